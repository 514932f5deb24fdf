"""From tables to figures: drawing only, no arithmetic beyond placing marks, one style throughout."""
