"""Days as figures and links write them: ISO 8601, no more exact than they are known."""


def dates(start: str, end: str, precision: str) -> str:
    """Say the days of an event: `2023-06-27 to 2023-07-08`, and where only its month is known `2023-05`."""
    if precision == "month":
        start, end = start[:7], end[:7]
    return start if start == end else f"{start} to {end}"
