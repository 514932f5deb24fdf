"""Settings: what each parameter accepts, checked by the command line and by the functions that take it."""

from discourselab.settings import rules
from discourselab.settings.accepted import RULES, SettingError, accepts, check, fault, numbers
from discourselab.settings.nearest import did_you_mean

__all__ = ["RULES", "SettingError", "accepts", "check", "did_you_mean", "fault", "numbers", "rules"]
