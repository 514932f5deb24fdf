"""From the tables of a run to a report: findings in words, evidence behind each number, one HTML page."""

from discourselab.reporting.findings import all_of as findings
from discourselab.reporting.findings import plain
from discourselab.reporting.material import load
from discourselab.reporting.report import write

__all__ = ["findings", "load", "plain", "write"]
