"""Settings: what each parameter accepts, checked by the command line and by the functions that take it."""

from discourselab.settings import rules
from discourselab.settings.accepted import RULES, SettingError, accepts, check, fault, numbers

__all__ = ["RULES", "SettingError", "accepts", "check", "fault", "numbers", "rules"]
