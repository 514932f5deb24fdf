"""From the tables of a run to a report: findings in words, evidence behind each number, one HTML page."""
