"""The closed lists of words that the law, the checks and the reports share.

They stand apart from the models that use them, so that what only reads a record needs no model.
"""

from __future__ import annotations

from typing import Literal, get_args

Outcome = Literal["met", "not-met", "not-shown", "pending", "not-applicable"]
OUTCOME = {
    "met": "the dossier shows it",
    "not-met": "the dossier shows the contrary",
    "not-shown": "the dossier is silent on it, or too thin",
    "pending": "it is not due yet",
    "not-applicable": "it is not asked of this dossier",
}
GAPS: frozenset[Outcome] = frozenset({"not-met", "not-shown"})

Verified = Literal["text", "knowledge", "uncertain"]
VERIFIED = {
    "text": "read in the provision, the judgment, or the body's own page",
    "knowledge": "from knowledge, not compared with the text",
    "uncertain": "not sure, or not read: confirm before relying on it",
}

Force = Literal["duty", "policy", "good-practice"]
FORCE = {
    "duty": "the law asks for it",
    "policy": "the authority's own published policy asks for it",
    "good-practice": "no law of the regime asks for it; human-rights bodies and practice do",
}

Family = Literal[
    "identity",
    "scope",
    "legality",
    "evidence",
    "due-process",
    "delisting",
    "proportionality",
    "confidentiality",
    "accountability",
]
FAMILIES: tuple[Family, ...] = get_args(Family)
