"""Which of the publishers' programmes are regimes that this project holds the law of."""

from __future__ import annotations

REGIMES: dict[str, dict[str, str]] = {
    "us-ofac": {"GLOMAG": "us-globalmagnitsky", "MAGNIT": "us-magnitsky-2012"},
    "un-sc": {"Al-Qaida": "un-1267"},
    "eu-fsf": {"HR": "eu-ghr", "EUHR": "eu-ghr", "UKR": "eu-ukraine"},
    "gb-fcdo": {
        "The Global Human Rights Sanctions Regulations 2020": "gb-ghr",
        "Global Human Rights": "gb-ghr",
        "The Global Anti-Corruption Sanctions Regulations 2021": "gb-gac",
        "Global Anti-Corruption": "gb-gac",
    },
    "gb-ofsi": {"Global Human Rights": "gb-ghr", "Global Anti-Corruption": "gb-gac"},
    "ca-sema": {"JVCFOA": "ca-jvcfoa"},
    "au-dfat": {
        "Autonomous (Thematic - Human Rights)": "au-thematic",
        "Autonomous (Thematic - Cyber)": "au-thematic",
        "Autonomous (Thematic \u2013 Corruption)": "au-thematic",
    },
}
"""By publisher, from a programme as published to the id of a regime; for Canada, from the name of the list."""


def regimes_of(publisher: str, programmes: list[str]) -> list[str]:
    """The regimes among the programmes of a listing."""
    known = REGIMES.get(publisher, {})
    return [known[programme] for programme in programmes if programme in known]
