"""The rules of form, explained: what a file must be like whatever the law asks. `explain` shows them."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """What a rule of form means, and what to do."""

    means: str
    remedy: str


_BOUND = "A dossier is untrusted until proven otherwise, so what one file may ask of the reader is bounded."

RULES = {
    # the file
    "not-readable": Rule(
        "The file could not be opened, or is not an ordinary file. Links, pipes and devices are not followed.",
        "Name an ordinary file that you may read.",
    ),
    "too-large": Rule(
        f"{_BOUND} This file is larger than that.", "Keep long material in exhibits, or raise --max-bytes."
    ),
    "not-utf-8": Rule(
        "The file is not UTF-8, so that some names in it cannot be read for sure.", "Save it as UTF-8."
    ),
    "byte-order-mark": Rule(
        "The file begins with a byte order mark, which some readers take for a character of the first field.",
        "Save it as UTF-8 without a byte order mark.",
    ),
    "control-character": Rule(
        "A control character stands in the file. None belongs into a text; some steer terminals.",
        "Delete it.",
    ),
    "line-separator": Rule(
        "A character that some programs take for a line end stands in the file, so that line numbers would differ.",
        "Replace it by an ordinary line end or a space.",
    ),
    "lone-surrogate": Rule(
        "Half of a surrogate pair is not a character and cannot be shown.", "Delete the escape."
    ),
    "empty-file": Rule("There is nothing in the file.", "Begin with `sanctcheck init REGIME`."),
    "yaml-syntax": Rule(
        "The text is not YAML. Mostly an indent, a tab, a colon in text without quotation marks, or a missing quotation "
        "mark is to blame.",
        "Mend the line named, or the one above it; put text with “: ” or “#” in quotation marks.",
    ),
    "json-syntax": Rule("The text is not JSON.", "Mend the place named, or the one before it."),
    "several-documents": Rule(
        "The file holds more than one document, divided by “---”.", "Keep one dossier to a file."
    ),
    "duplicate-key": Rule(
        "A field stands twice in the same place. Readers differ in which of the two they take, so that two reviewers "
        "could read two different dossiers.",
        "Keep one of the two.",
    ),
    "key-not-text": Rule("The name of a field must be a word.", "Write “name: value”."),
    "merge-key": Rule(
        "The merge key << is an addition of some readers, not part of YAML 1.2; others drop the fields.",
        "Write the fields out.",
    ),
    "tag-not-allowed": Rule(
        "A tag (!...) asks the reader to make something other than text, lists and fields. Nothing of a dossier is "
        "ever executed or constructed.",
        "Delete the tag.",
    ),
    "cyclic-alias": Rule("An alias (*name) stands inside the part that it refers to.", "Write the part out."),
    "unknown-alias": Rule("An alias (*name) refers to no anchor (&name) above it.", "Write the part out."),
    "alias-bomb": Rule(f"{_BOUND} The aliases blow this file up beyond it.", "Write the parts out."),
    "too-many-aliases": Rule(_BOUND, "Write the parts out instead of using aliases."),
    "too-many-anchors": Rule(_BOUND, "Write the parts out instead of using anchors."),
    "too-many-values": Rule(_BOUND, "Split the dossier, or keep long material in exhibits."),
    "too-many-fields": Rule(_BOUND, "Use the fields of the format only."),
    "too-deep": Rule(_BOUND, "Nest less; no part of a dossier is that deep."),
    "not-a-finite-number": Rule(
        "Infinity and NaN are not numbers that every reader knows.", "Write a number."
    ),
    "number-too-long": Rule(
        "A number this long is kept differently by different readers.", "Put it in quotation marks."
    ),
    "quote-this-value": Rule(
        "Text that looks like a number stands without quotation marks. This tool keeps what was written; other readers "
        "of YAML make 83 of 0123.",
        "Put it in quotation marks.",
    ),
    # the format
    "not-a-dossier": Rule(
        "The file does not say that it is a dossier.", "Write “format: dossier/1” as a field."
    ),
    "unknown-field": Rule(
        "The format has no such field in this place. It is not passed over in silence, because a misspelt field would "
        "be missing from the assessment.",
        "Correct the name; `sanctcheck schema dossier` lists all of them.",
    ),
    "missing-field": Rule("A part cannot be understood without this field.", "Write it."),
    "wrong-type": Rule("The value is of another kind than the field takes.", "Write it as the message says."),
    "wrong-value": Rule("The value is not one that the field takes.", "Write it as the message says."),
    "too-long": Rule(_BOUND, "Shorten it, or move the material into an exhibit."),
    "empty-value": Rule(
        "A field has a name and no value. Whether something is unknown or was forgotten should be plain.",
        "Write the value, write “unknown” where the field takes it, or delete the line.",
    ),
    "more-flaws": Rule("Only the first mistakes of form in a file are listed.", "Mend those, and run again."),
    "to-fill-in": Rule("A ‹...› of the scaffold still stands here.", "Write the fact, or delete the line."),
    "no-regime": Rule(
        "The dossier names no regime, so that it cannot be said which law applies.",
        "Add it under `legal_basis`, or use --regime.",
    ),
    "unknown-regime": Rule(
        "The dossier names a regime for which there are no criteria.",
        "`sanctcheck explain` lists the regimes.",
    ),
    "regime-not-in-force": Rule(
        "The regime had no law yet, or has none any more, on the day whose law counts: that of the act once it is "
        "adopted, else that of the assessment. An act has no power from a law that is not in force.",
        "Correct the day of the act, or name the regime that was in force on it.",
    ),
    # within the dossier
    "duplicate-id": Rule(
        "Two parts bear the same id, so that a reference could mean either.", "Rename one of them."
    ),
    "unknown-reference": Rule(
        "A reference leads to nothing in the dossier.", "Correct the id, or add the part."
    ),
    "duplicate-regime": Rule("The legal basis under one regime is stated twice.", "Bring the two together."),
    "period-reversed": Rule("A period ends before it begins.", "Correct one of the two days."),
    "day-in-future": Rule(
        "What is stated as past, such as a step in the log, lies after the day of the assessment (today, or --as-of).",
        "Correct the day, or leave it out until it has come.",
    ),
    "act-not-adopted": Rule(
        "The act is marked as proposed, and the log says that the target was listed. What is asked of an act that was "
        "adopted is then not asked.",
        "Write “status: adopted”, or take the step out until it is taken.",
    ),
    "name-hidden-character": Rule(
        "A name holds a character that draws nothing or turns the direction of writing. Two names that look the same "
        "would not be found as the same.",
        "Delete the character whose code point is named.",
    ),
    "name-mixed-script": Rule(
        "Letters of two scripts stand in one word of a name, which is how look-alikes are made.",
        "Write the word in one script, and the other spelling as a name of its own.",
    ),
    "name-too-many-words": Rule("A name has more words than a name has.", "Write the name alone."),
    "name-expands": Rule(
        "A name holds characters that stand for many others.", "Write the letters themselves."
    ),
    # those who are protected
    "handling-without-effect": Rule(
        "The handling names somebody to be protected at a level that protects nobody, or States to which what is "
        "protected may be released, although it is shown to nobody.",
        "Raise the level to restricted or protected, or take out what has no effect.",
    ),
    "protected-name": Rule(
        "Somebody who is protected is named, or given away by initials or a telling detail, in a part that more people "
        "may see. A witness can die of it. The finding does not say whom, and the line is not shown.",
        "Write a role (“a former detainee”), or raise the level of the part. What was pushed to a shared repository "
        "stays in its history, forks and clones: take it as known, and warn those concerned.",
    ),
    "protected-surname": Rule(
        "A rare word of the name of somebody who is protected, mostly the surname, stands by itself in a part that more "
        "people may see. Others can bear it, so a person has to look; the line is not shown.",
        "Write a role if they are meant. If another person of that name is, name that one in full.",
    ),
    "protected-name-in-file-name": Rule(
        "The name of a file gives somebody away who is protected. Everybody sees it who sees the folder, and every log "
        "of what was done with the file shows it.",
        "Give the file a name that says nothing (E1.pdf), also in the history of the repository.",
    ),
    "protected-name-in-metadata": Rule(
        "The metadata of an exhibit's file names somebody who is protected: as author, owner of the device, in a comment or a"
        " path. Whoever has the file can read it with a mouse click.",
        "Make a copy without metadata for those who may see the exhibit (mat2, exiftool), and keep the original protected.",
    ),
    "protected-name-in-comment": Rule(
        "A comment gives somebody away who is protected. Comments are for whoever sees the file, and no part of it.",
        "Delete it; what has to be kept belongs into a protected part.",
    ),
    # exhibits beside the dossier
    "exhibit-path-outside": Rule(
        "The file of an exhibit is named outside the dossier's folder, or by way of a link.",
        "Put it below the dossier's folder, and name it by its path from there.",
    ),
    "exhibit-file-missing": Rule(
        "The file of an exhibit is not there, or is not an ordinary file.", "Add it."
    ),
    "exhibit-files-not-checked": Rule(
        "This system cannot open the files of exhibits without following links, so that none of them was opened.",
        "Check them on a system that can, for example Linux or macOS.",
    ),
    "exhibit-too-large": Rule(
        "The file of an exhibit is too large to be hashed here.", "Hash it by other means."
    ),
    "exhibit-hash-missing": Rule(
        "An exhibit has a file and no SHA-256, so that nobody can see whether it was changed.",
        "Record the SHA-256: `sanctcheck seal DOSSIER` does it.",
    ),
    "exhibit-hash-mismatch": Rule(
        "The file of an exhibit is not the one whose SHA-256 or size was recorded.",
        "Find out which of the two is right; record why it changed under custody.",
    ),
    "exhibit-size-mismatch": Rule(
        "The file of an exhibit has another size than was recorded.", "Find out which of the two is right."
    ),
    "exhibit-type-mismatch": Rule(
        "The file of an exhibit is of another kind than is stated of it, or than its name says. A program that is called a"
        " photograph harms whoever opens it; and whoever looks for the document finds another.",
        "Look at what the file is without opening it (`file NAME`), and correct `media_type` or the name of the file.",
    ),
    "exhibit-file-unnamed": Rule(
        "A file lies in the folder of the exhibits, and no exhibit names it. It is evidence that nobody weighed, or"
        " something that does not belong there.",
        "Name it in an exhibit, or take it out of the folder.",
    ),
    "exhibit-metadata": Rule(
        "The file of an exhibit carries metadata that can lead to people: who made it, where, with which device, who changed"
        " it. Whoever is given the file is given that too. It is an error where the exhibit is public.",
        "Keep the original under a level that protects it. For who may see the exhibit make a copy without metadata (print"
        " it to a picture or to PDF/A; mat2 or exiftool remove metadata), record the copy under custody, and seal anew.",
    ),
    "exhibit-metadata-not-read": Rule(
        "The metadata of a file could not be read, or not all of it, so that nothing is known of what it gives away.",
        "Look at the file with other means, or make a copy of it that can be read.",
    ),
    "exhibit-metadata-not-checked": Rule(
        "Whether the files of exhibits give anything away was not looked at, because the libraries for it are not installed.",
        "Install them: pip install 'sanctcheck[exhibits]'.",
    ),
    # what holds the exhibits together
    "seal-missing": Rule(
        "The user names those whose signatures they know, and the exhibits of this dossier are not sealed at all. A seal"
        " that was taken away would look like this.",
        "Seal them: sanctcheck seal --key KEY DOSSIER.",
    ),
    "seal-manifest-missing": Rule(
        "The manifest that the seal names is not there, or is not a file of this folder.",
        "Put it back, or seal the exhibits anew: sanctcheck seal DOSSIER.",
    ),
    "seal-manifest-damaged": Rule(
        "The manifest is not a list of SHA-256 and files as sha256sum writes it.",
        "Put back the one that was sealed, or seal the exhibits anew.",
    ),
    "seal-differs": Rule(
        "Dossier and manifest do not hold the same files with the same SHA-256: one of them was changed after the sealing.",
        "Find out which is right. Then seal the exhibits anew, and record why under custody.",
    ),
    "seal-not-signed": Rule(
        "The manifest is not signed, so that whoever changes a file can change the manifest with it; and the user expects"
        " signatures.",
        "Sign it: sanctcheck seal --key KEY DOSSIER, or ssh-keygen -Y sign -n sanctcheck.",
    ),
    "seal-signature-missing": Rule(
        "The signature that the seal names is not there, or is not a file of this folder.",
        "Put it back, or sign the manifest anew.",
    ),
    "seal-signature-wrong": Rule(
        "The signature is not one of this manifest: the manifest or the signature was changed.",
        "Put back what was signed; or find out what changed, and have it signed anew by who answers for it.",
    ),
    "seal-signer-unknown": Rule(
        "The manifest is signed with a key that the user does not know, or that was not valid on the day. Anybody can sign.",
        "Ask who signed it, by another way than this repository, and compare the key; then add it to the list of --signers.",
    ),
    "seal-signer-not-checked": Rule(
        "The signature is whole, and nobody said which keys are known, so that it shows that the manifest is unchanged and"
        " not who signed it.",
        "Name a list of keys that you know: --signers FILE, or SANCTCHECK_SIGNERS.",
    ),
    "seal-not-checked": Rule(
        "The signature was not checked, because the library for it is not installed.",
        "Install it: pip install 'sanctcheck[exhibits]'.",
    ),
    # whether the addresses of exhibits still answer, where somebody asks
    "link-dead": Rule(
        "The page of an exhibit, or its archived copy, does not answer any more. Whoever wants to test the evidence cannot.",
        "Look for where it has moved, and state an archived copy under `archived`; keep the file itself beside the dossier.",
    ),
    "link-changed": Rule(
        "What stands at the address of an exhibit is not what was recorded: the SHA-256 is another. Pages that are made anew"
        " at each visit always differ; a document should not.",
        "Compare the two. What is relied on is the file that was recorded: state an archived copy of the time.",
    ),
    "link-not-archived": Rule(
        "An exhibit was found at an address and no archived copy of it is stated. Pages vanish when they are quoted.",
        "Have an archive keep a copy, and state its address under `archived`; not where that would tell who is looking.",
    ),
    "link-not-checked": Rule(
        "Whether the address of an exhibit still holds it could not be found out by a program.",
        "Open it yourself.",
    ),
    "link-not-allowed": Rule(
        "The address of an exhibit leads, or leads on, to something else than a page of the public web: to a machine or a"
        " network within, to an unusual port, to another scheme, or it holds a user name. It is not asked for, because a"
        " dossier may come from somebody who wishes that it were.",
        "State the public address; where the page moved, the new one.",
    ),
    # who held an exhibit
    "custody-order": Rule(
        "The chain of custody goes back in time: a step is dated before the one that stands above it.",
        "Put the steps into the order in which they were done, or correct the day.",
    ),
    "custody-day-unknown": Rule(
        "A step in the chain of custody has no day, so that nobody can say who held the exhibit when.",
        "Find out the day: a partial one, or “about”, is better than none.",
    ),
    "custody-hand-over-missing": Rule(
        "The chain of custody has a hole: a holder has the exhibit, and nothing says that it came to them from the holder"
        " before. Where it was in between, and who could change it, is not known.",
        "Record the missing step, or state `received_from`.",
    ),
    "custody-begins-late": Rule(
        "The chain of custody does not record the obtaining of the exhibit, so that it does not tie what is held to what"
        " was obtained.",
        "Record the step by which the authority obtained it, with its day.",
    ),
    "custody-hash-changed": Rule(
        "The SHA-256 of an exhibit is another than at a step before: it was changed while somebody held it.",
        "Compare the two files. Where there is a reason (converted, redacted), record it as `changed_because`.",
    ),
    "custody-hash-last": Rule(
        "The last SHA-256 in the chain of custody is not the one of the file that is there: it changed after the last step.",
        "Find out which file is the one that was held, or record the step at which it changed.",
    ),
    # what the published lists say, where a dossier is held against them
    "namesake-listed": Rule(
        "The names of the target are those of somebody who is listed, and what the dossier states does not tell the two"
        " apart. Banks and border officers could not tell them apart either.",
        "State what is missing (a whole birth date, a number), or name the other under `told_apart_from` with what"
        " differs. If they are the same, say so.",
    ),
    "already-listed": Rule(
        "The target is listed already: its birth date or a number shows it. The reasons that were stated there, and the"
        " measures, bear on what is proposed here.",
        "Compare the reasons, and say in the dossier how the two listings stand to each other.",
    ),
    "number-of-another": Rule(
        "A number of the target is also that of a listing with other names. A number belongs to one.",
        "Compare the documents: correct the number, or add the names under which the target is listed.",
    ),
    "associate-not-listed": Rule(
        "The dossier says that somebody tied to the target is listed, and no listing under the same regime is found. What"
        " rests on that tie stands on nothing if it is not so.",
        "Compare with the list of the day of the act, and correct `listed`, or the name.",
    ),
    "associate-listed": Rule(
        "The dossier says that somebody tied to the target is not listed, and a listing comes very near.",
        "Compare the two, and correct `listed`, or say in `basis` what tells them apart.",
    ),
    # what somebody answers for, and what was known before
    "unknown-standard": Rule(
        "A gap is accepted by a name that no standard and no criterion has, so that nothing is accepted.",
        "Write the standard, or REGIME:CRITERION, as a report shows it.",
    ),
    "expired-acceptance": Rule(
        "A gap was accepted until a day that has passed, and is still there. It counts again.",
        "Mend the gap, or have it accepted again with a later day.",
    ),
    "unused-acceptance": Rule(
        "A gap is accepted that is not there any more. The entry would hide the next one of its kind.",
        "Delete the entry.",
    ),
    "mended-gap": Rule(
        "A baseline holds a finding that is not there any more. The entry would hide the next one of its kind.",
        "Take the entry out, or write the baseline again with --write-baseline.",
    ),
}
"""Each rule of form by its id."""
