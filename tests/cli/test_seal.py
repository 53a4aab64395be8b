"""`sanctcheck seal` as its users call it, and what `validate` says of a seal afterwards."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import TODAY

from sanctcheck.dossier.model import Dossier
from sanctcheck.exhibits.files import exhibit_file_flaws
from sanctcheck.exhibits.seal import Trust
from sanctcheck.exhibits.signers import Signer, read_signers
from sanctcheck.reading.files import parse
from sanctcheck.reading.shape import shape
from sanctcheck.sealing.dossier import Asked, sealed, write_all

if TYPE_CHECKING:
    from pathlib import Path

    from commanding import Called, CommandLine

KEY = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER_KEY = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000053 00000 n \ntrailer<</Size 3/Root 1 0 R>>\n"
    b"startxref\n97\n%%EOF\n"
)
DOSSIER = """\
# What we know
format: dossier/1
id: x
target: {type: person, names: [{name: Example Person}]}
exhibits:
  # the report
  - id: E1
    title: A report # found in the yard
    kind: other
    file: exhibits/report.pdf
    publisher: A clinic
  - {id: E2, title: A note, kind: other, file: exhibits/note.txt}
  - {id: E3, title: Without a file, kind: other}
"""


def signer(key: ed25519.Ed25519PrivateKey, options: str = "") -> str:
    public = key.public_key().public_bytes(serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH)
    return f"office {options} {public.decode()}\n"


@pytest.fixture
def line(command_line: CommandLine) -> CommandLine:
    folder = command_line.folder
    (folder / "exhibits").mkdir()
    (folder / "exhibits" / "report.pdf").write_bytes(PDF)
    (folder / "exhibits" / "note.txt").write_bytes(b"seen\n")
    (folder / "d.yaml").write_text(DOSSIER)
    (folder / "signers").write_text(signer(KEY))
    made = KEY.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.OpenSSH, serialization.NoEncryption()
    )
    (folder / "key").write_bytes(made)
    return command_line


def seal(line: CommandLine, *arguments: str) -> Called:
    return line.call("seal", *arguments, "d.yaml")


def rules(line: CommandLine, *arguments: str, name: str = "d.yaml") -> set[str]:
    """The rules on exhibits and seals that `validate` finds broken."""
    called = line.call(
        "validate", "--no-cache", "--format", "json", "--as-of", "2030-01-01", *arguments, name
    )
    found = [each["rule"] for file in json.loads(called.out)["dossiers"] for each in file["flaws"]]
    return {each for each in found if each.startswith(("exhibit-", "seal-"))}


def test_what_is_recorded_stands_where_it_belongs_and_all_else_as_it_stood(line: CommandLine) -> None:
    called = seal(line)
    text = (line.folder / "d.yaml").read_text()

    assert (called.status, called.out) == (0, "")
    assert "E1: sha256, size and media_type recorded" in called.err
    assert "    file: exhibits/report.pdf\n    sha256: " in text
    assert f"    size: {len(PDF)}\n    media_type: application/pdf\n    publisher: A clinic\n" in text
    left = [
        each
        for each in text.splitlines()
        if each.lstrip().partition(":")[0] not in {"sha256", "size", "media_type"}
    ]
    for before in DOSSIER.splitlines():
        if "E2" not in before:
            assert before in left
    assert rules(line) == set()


def test_sealing_twice_changes_nothing(line: CommandLine) -> None:
    seal(line, "--key", "key")
    before = {each.name: each.read_bytes() for each in line.folder.glob("d.*")}
    called = seal(line)

    assert (called.status, called.err) == (
        0,
        "Sealed already: 2 files in d.sha256, signed in d.sha256.sig.\n",
    )
    assert before == {each.name: each.read_bytes() for each in line.folder.glob("d.*")}
    assert set(before) == {"d.yaml", "d.sha256", "d.sha256.sig"}


def test_a_dry_run_shows_the_difference_and_writes_nothing(line: CommandLine) -> None:
    called = seal(line, "--diff", "--key", "key")

    assert called.status == 1
    assert "+    media_type: application/pdf\n" in called.out
    assert "+  signature: d.sha256.sig\n" in called.out
    assert (line.folder / "d.yaml").read_text() == DOSSIER
    assert not (line.folder / "d.sha256").exists()
    seal(line, "--key", "key")
    assert line.call("seal", "--diff", "d.yaml").status == 0


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_the_manifest_is_one_that_sha256sum_checks(line: CommandLine) -> None:
    (line.folder / "exhibits" / "note.txt").rename(line.folder / "exhibits" / "é note\n2.txt")
    (line.folder / "d.yaml").write_text(DOSSIER.replace("exhibits/note.txt", '"exhibits/é note\\n2.txt"'))
    assert seal(line).status == 0

    checked = subprocess.run(["sha256sum", "--check", "--strict", "d.sha256"], cwd=line.folder, check=False)
    assert checked.returncode == 0
    assert rules(line) == set()


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")
def test_the_signature_is_one_that_ssh_keygen_verifies_and_one_of_its_own_is_taken_up(
    line: CommandLine,
) -> None:
    seal(line, "--key", "key")
    asked = [
        "ssh-keygen",
        "-Y",
        "verify",
        "-f",
        "signers",
        "-I",
        "office",
        "-n",
        "sanctcheck",
        "-s",
        "d.sha256.sig",
    ]
    manifest = (line.folder / "d.sha256").read_bytes()
    assert subprocess.run(asked, cwd=line.folder, input=manifest, check=False).returncode == 0

    (line.folder / "d.sha256.sig").unlink()
    (line.folder / "d.yaml").write_text(DOSSIER)
    (line.folder / "key").chmod(0o600)
    assert "To sign:" in seal(line).err
    signs = ["ssh-keygen", "-Y", "sign", "-f", "key", "-n", "sanctcheck", "d.sha256"]
    assert subprocess.run(signs, cwd=line.folder, check=False).returncode == 0
    assert seal(line).status == 0
    assert "  signature: d.sha256.sig\n" in (line.folder / "d.yaml").read_text()
    assert rules(line, "--signers", "signers") == set()


def test_a_key_with_a_passphrase_asks_for_it(line: CommandLine) -> None:
    kept = serialization.BestAvailableEncryption(b"long words")
    made = KEY.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.OpenSSH, kept)
    (line.folder / "key").write_bytes(made)

    assert line.call("seal", "--key", "key", "d.yaml", stdin="short words\n").status == 2
    called = line.call("seal", "--key", "key", "d.yaml", stdin="long words\n")
    assert called.status == 0
    assert "long words" not in called.out + called.err
    assert rules(line, "--signers", "signers") == set()


@pytest.mark.parametrize(
    "content", [b"", b"no key", b"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n", bytes(70_000)]
)
def test_what_is_no_key_is_refused_with_another_way(content: bytes, line: CommandLine) -> None:
    (line.folder / "key").write_bytes(content)
    called = seal(line, "--key", "key")

    assert called.status == 2
    assert "ssh-keygen -Y sign" in called.err
    assert (line.folder / "d.yaml").read_text() == DOSSIER


def test_a_file_that_is_not_the_one_recorded_is_not_recorded_anew_by_itself(line: CommandLine) -> None:
    seal(line, "--key", "key")
    before = (line.folder / "d.yaml").read_text()
    (line.folder / "exhibits" / "note.txt").write_bytes(b"heard\n")
    called = seal(line)

    assert called.status == 1
    assert "E2: Its file is not the one whose SHA-256 was recorded." in called.err
    assert (line.folder / "d.yaml").read_text() == before
    assert rules(line, "--signers", "signers") == {"exhibit-hash-mismatch", "exhibit-size-mismatch"}

    called = seal(line, "--replace", "E2")
    assert called.status == 1
    assert "The signature that is there is not one of it any more." in called.err
    assert rules(line, "--signers", "signers") == {"seal-signature-wrong"}
    assert seal(line, "--key", "key").status == 0
    assert rules(line, "--signers", "signers") == set()


def test_a_manifest_that_was_changed_is_not_written_anew_by_itself(line: CommandLine) -> None:
    seal(line)
    manifest = line.folder / "d.sha256"
    lines = manifest.read_text().splitlines(keepends=True)
    changed = "".join([lines[0].replace(lines[0][:64], "0" * 64), *lines[1:]])
    manifest.write_text(changed)
    called = seal(line)

    assert called.status == 1
    assert "states another SHA-256 of its file: the manifest or the file was changed." in called.err
    assert manifest.read_text() == changed

    assert seal(line, "--replace", "E2").status == 0
    assert manifest.read_text() == "".join(lines)


def test_an_exhibit_that_was_taken_out_leaves_the_manifest_and_that_is_said(line: CommandLine) -> None:
    seal(line)
    dossier = line.folder / "d.yaml"
    kept = [each for each in dossier.read_text().splitlines(keepends=True) if "E2" not in each]
    dossier.write_text("".join(kept))
    called = seal(line)

    assert called.status == 0
    assert "1 file is not in the manifest any more" in called.err
    assert "note.txt" not in (line.folder / "d.sha256").read_text() + called.err


def test_an_exhibit_that_nobody_knows_cannot_be_replaced(line: CommandLine) -> None:
    assert "Did you mean “E2”?" in seal(line, "--replace", "E22").err
    assert seal(line, "--replace", "E3").status == 2


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("../d.yaml", "Name a file below"),
        ("exhibits/none", "No file stands there"),
        ("exhibits/link", "symbolic link"),
        ("exhibits", "ordinary file"),
    ],
)
def test_an_exhibit_whose_file_cannot_be_had_stops_the_sealing(
    file: str, why: str, line: CommandLine
) -> None:
    (line.folder / "exhibits" / "link").symlink_to("report.pdf")
    text = DOSSIER.replace("exhibits/note.txt", file)
    (line.folder / "d.yaml").write_text(text)
    called = seal(line)

    assert called.status == 1
    assert f"E2: {why}" in called.err or why in called.err
    assert (line.folder / "d.yaml").read_text() == text


def test_of_a_protected_exhibit_nothing_is_shown(line: CommandLine) -> None:
    text = DOSSIER.replace("id: E2, title: A note,", "id: Amal, title: Amal, handling: {level: protected},")
    (line.folder / "d.yaml").write_text(text)
    shown = line.call("seal", "--diff", "d.yaml")
    called = seal(line)

    assert called.status == 0
    assert "Amal" not in shown.out + shown.err + called.out + called.err
    assert "exhibit 2: sha256" in called.err


@pytest.mark.parametrize("named", ["../x.sha256", "a/x.sha256", "other.yaml", ".x.sha256", "/tmp/x.sha256"])
def test_a_dossier_cannot_choose_what_is_written_over(named: str, line: CommandLine) -> None:
    (line.folder / "d.yaml").write_text(DOSSIER + f"seal: {{manifest: {named}}}\n")
    before = sorted(each.name for each in line.folder.iterdir())

    assert seal(line).status == 2
    assert sorted(each.name for each in line.folder.iterdir()) == before


def test_what_is_no_manifest_and_what_is_no_file_is_not_written_over(line: CommandLine) -> None:
    (line.folder / "d.sha256").write_text("something else")
    assert "no manifest" in seal(line).err
    (line.folder / "d.sha256").unlink()
    (line.folder / "d.sha256").symlink_to("signers")
    assert "ordinary file" in seal(line).err
    (line.folder / "d.sha256").unlink()
    (line.folder / "d.sha256.sig").mkdir()
    assert seal(line).status == 2
    assert (line.folder / "d.yaml").read_text() == DOSSIER


def test_line_ends_and_a_mark_at_the_beginning_stay(line: CommandLine) -> None:
    (line.folder / "d.yaml").write_bytes(b"\xef\xbb\xbf" + DOSSIER.replace("\n", "\r\n").encode())
    assert seal(line).status == 0
    content = (line.folder / "d.yaml").read_bytes()

    assert content.startswith(b"\xef\xbb\xbf#")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert rules(line) == set()

    (line.folder / "d.yaml").write_bytes(DOSSIER.encode() + b"title: x\r\n")
    assert "sanctcheck fmt" in seal(line).err


def test_json_is_sealed_too(line: CommandLine) -> None:
    value = parse(DOSSIER.encode(), "d.yaml").value
    (line.folder / "j.json").write_text(json.dumps(value, indent=2))
    assert line.call("seal", "--key", "key", "j.json").status == 0

    made = json.loads((line.folder / "j.json").read_text())
    assert made["exhibits"][0]["size"] == len(PDF)
    assert made["seal"]["manifest"] == "j.sha256"
    assert rules(line, "--signers", "signers", name="j.json") == set()


def test_a_dossier_without_files_and_one_that_cannot_be_read_are_not_sealed(line: CommandLine) -> None:
    line.write("none.yaml", DOSSIER.replace("file: ", "author: "))
    line.write("bad.yaml", "format: dossier/1\nexhibits: 5\n")
    line.write("anchors.yaml", DOSSIER.replace("  - id: E1", "  - &a\n    id: E1") + "  - *a\n")

    assert line.call("seal", "none.yaml").status == 3
    assert line.call("seal", "bad.yaml").status == 2
    assert line.call("seal", "missing.yaml").status == 2
    assert line.call("seal", "anchors.yaml").status == 2


# What validate says


def test_without_signers_it_is_said_that_nobody_checked_who_signed(line: CommandLine) -> None:
    seal(line, "--key", "key")

    assert rules(line) == {"seal-signer-not-checked"}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        *(('namespaces="git"', None), ("", set()), ('valid-before="20200101"', {"seal-signer-unknown"})),
        *(('valid-after="20200101"', set()), ('valid-after="29990101"', {"seal-signer-unknown"})),
    ],
)
def test_a_key_counts_for_the_purpose_and_days_that_the_list_gives_it(
    options: str, expected: set[str] | None, line: CommandLine
) -> None:
    seal(line, "--key", "key")
    (line.folder / "signers").write_text(signer(KEY, options))
    if expected is None:
        assert line.call("validate", "--signers", "signers", "d.yaml").status == 2
    else:
        assert rules(line, "--signers", "signers") == expected


def test_signers_can_be_named_by_the_environment_and_by_no_repository(
    line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal(line, "--key", "key")
    monkeypatch.setenv("SANCTCHECK_SIGNERS", "signers")
    assert rules(line) == set()
    monkeypatch.delenv("SANCTCHECK_SIGNERS")
    line.write("sanctcheck.toml", 'signers = "signers"\n')
    assert line.call("validate", "d.yaml").status == 2


def test_a_seal_that_is_expected_is_missed(line: CommandLine) -> None:
    assert "seal-missing" in rules(line, "--signers", "signers")
    seal(line)
    assert rules(line, "--signers", "signers") == {"seal-not-signed"}


def test_a_result_kept_before_is_not_taken_where_other_signers_are_known(
    line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANCTCHECK_CACHE", str(line.folder / "kept"))
    seal(line, "--key", "key")
    line.write("others", signer(OTHER_KEY))
    for _ in range(2):
        assert "seal-signer-unknown" in line.call("validate", "--signers", "others", "d.yaml").out
        assert "seal-signer-unknown" not in line.call("validate", "--signers", "signers", "d.yaml").out


@pytest.mark.parametrize("name", ["d.sha256", "d.sha256.sig"])
def test_parts_of_a_seal_that_are_gone_are_missed(name: str, line: CommandLine) -> None:
    seal(line, "--key", "key")
    (line.folder / name).unlink()

    expected = "seal-manifest-missing" if name == "d.sha256" else "seal-signature-missing"
    assert rules(line, "--signers", "signers") == {expected}


def test_a_library_that_is_not_there_is_named(line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    seal(line, "--key", "key")
    monkeypatch.setitem(__import__("sys").modules, "cryptography.exceptions", None)
    monkeypatch.setitem(__import__("sys").modules, "cryptography.hazmat.primitives", None)
    called = line.call("validate", "--no-cache", "--as-of", "2030-01-01", "d.yaml")

    assert "pip install 'sanctcheck[exhibits]'" in " ".join(called.out.split())
    assert "ssh-keygen -Y sign" in seal(line, "--key", "key").err


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        *(
            (b"no manifest\n", "seal-manifest-damaged"),
            (b"\xff", "seal-manifest-damaged"),
            (b"", "seal-manifest-damaged"),
        ),
        *(
            (bytes(5 * 1024**2), "seal-manifest-missing"),
            (b"%b%b", "seal-manifest-damaged"),
            (b"%b", "seal-differs"),
        ),
    ],
)
def test_a_manifest_that_is_damaged_or_cut_is_found(content: bytes, expected: str, line: CommandLine) -> None:
    seal(line)
    first = (line.folder / "d.sha256").read_bytes().splitlines(keepends=True)[0]
    (line.folder / "d.sha256").write_bytes(content.replace(b"%b", first))

    assert rules(line) == {expected}


def test_an_exhibit_that_was_moved_outside_after_the_sealing_is_found(line: CommandLine) -> None:
    seal(line)
    text = (line.folder / "d.yaml").read_text()
    (line.folder / "d.yaml").write_text(text.replace("exhibits/note.txt", "../note.txt"))

    assert rules(line) == {"exhibit-path-outside", "exhibit-file-unnamed", "seal-differs"}


def test_a_hash_that_was_changed_in_the_dossier_alone_is_found(line: CommandLine) -> None:
    seal(line)
    text = (line.folder / "d.yaml").read_text()
    known = hashlib.sha256(PDF).hexdigest()
    (line.folder / "exhibits" / "report.pdf").write_bytes(PDF + b"\n")
    other = hashlib.sha256(PDF + b"\n").hexdigest()
    (line.folder / "d.yaml").write_text(
        text.replace(known, other).replace(f"size: {len(PDF)}", f"size: {len(PDF) + 1}")
    )

    assert rules(line) == {"seal-differs"}


def test_what_is_stated_of_a_file_and_is_not_so_stops_the_sealing(line: CommandLine) -> None:
    for stated, why in (("media_type: image/png", "another kind"), ("size: 5000", "another size")):
        line.write("d.yaml", DOSSIER.replace("exhibits/note.txt}", f"exhibits/note.txt, {stated}}}"))
        called = seal(line)
        assert called.status == 1
        assert why in called.err


def test_a_file_that_is_too_large_stops_the_sealing(
    line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sanctcheck.sealing.plan.MAX_FILE_BYTES", 10)
    assert "more than 10 bytes" in seal(line).err


def test_a_kind_of_key_that_cannot_sign_and_a_key_that_is_not_there_are_refused(line: CommandLine) -> None:
    made = ec.generate_private_key(ec.SECP256K1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (line.folder / "key").write_bytes(made)
    assert "cannot sign" in seal(line, "--key", "key").err
    assert "There is no such file." in seal(line, "--key", "nowhere").err


def test_a_dossier_that_cannot_be_written_is_said(line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sanctcheck.sealing.dossier.replace", full)
    called = seal(line)
    assert called.status == 2
    assert "Not everything could be written: No space left on device." in called.err
    assert (line.folder / "d.yaml").read_text() == DOSSIER


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"# nobody\n", b"# " + bytes(1024**2)])
def test_signers_that_cannot_be_used_end_the_run(content: bytes | None, line: CommandLine) -> None:
    (line.folder / "signers").unlink()
    if content is not None:
        (line.folder / "signers").write_bytes(content)
    called = line.call("validate", "--signers", "signers", "d.yaml")

    assert called.status == 2
    assert "--signers" in called.err


def test_a_long_name_is_no_place_for_a_manifest(line: CommandLine) -> None:
    line.write("d.yaml", DOSSIER + f"seal: {{manifest: {'x' * 300}.sha256}}\n")

    assert "cannot be written" in seal(line).err


# The law of a seal: whole, it is silent; and whatever is changed afterwards is seen.


def flaws_of(folder: Path, signers: tuple[Signer, ...] | None) -> list[str]:
    content = (folder / "d.yaml").read_bytes()
    document = parse(content, "d.yaml", folder=folder)
    dossier = shape(document, Dossier)
    if dossier is None:
        return [flaw.rule for flaw in document.flaws]
    return [flaw.rule for flaw in exhibit_file_flaws(dossier, document, Trust(TODAY, signers))]


def sealed_in(folder: Path, files: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "exhibits").mkdir(parents=True)
    lines = ["format: dossier/1", "id: x", "target: {type: person, names: [{name: X}]}", "exhibits:"]
    for number, (name, content) in enumerate(files.items()):
        (folder / "exhibits" / name).write_bytes(content)
        lines.append(f"  - {{id: E{number}, title: T, kind: other, file: exhibits/{name}}}")
    text = "\n".join([*lines, ""]).encode()
    (folder / "d.yaml").write_bytes(text)
    document = parse(text, "d.yaml")
    dossier = shape(document, Dossier)
    assert dossier is not None
    write_all(sealed(folder / "d.yaml", text, document, dossier, Asked(TODAY, KEY)), folder / "d.yaml", text)


FILES = st.dictionaries(
    st.from_regex(r"[a-z]{1,8}(\.(txt|odd))?", fullmatch=True),
    st.binary(max_size=40).map(lambda content: b"=" + content),
    min_size=1,
    max_size=4,
)
KNOWN = read_signers(signer(KEY))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES, st.data())
def test_a_seal_is_silent_and_one_byte_changed_anywhere_is_seen(
    tmp_path: Path, files: dict[str, bytes], data: st.DataObject
) -> None:
    folder = tmp_path / "sealed"
    sealed_in(folder, files)
    assert flaws_of(folder, KNOWN) == []

    sealed_files = [folder / "exhibits" / name for name in files] + [
        folder / "d.sha256",
        folder / "d.sha256.sig",
    ]
    file = data.draw(st.sampled_from([each for each in sealed_files if each.stat().st_size]))
    content = bytearray(file.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    before = content[at]
    content[at] = data.draw(st.integers(0, 255).filter(lambda byte: byte != before))
    file.write_bytes(bytes(content))
    # Blanks around a signature are no part of it.
    is_blank = file.suffix == ".sig" and chr(before).isspace() and chr(content[at]).isspace()
    assert is_blank or flaws_of(folder, KNOWN) != []


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES, st.data())
def test_a_file_that_is_taken_away_added_or_taken_out_of_the_dossier_is_seen(
    tmp_path: Path, files: dict[str, bytes], data: st.DataObject
) -> None:
    folder = tmp_path / "sealed"
    sealed_in(folder, files)
    name = data.draw(st.sampled_from(sorted(files)))
    (folder / "exhibits" / name).rename(folder / "elsewhere")
    assert "exhibit-file-missing" in flaws_of(folder, KNOWN)

    (folder / "elsewhere").rename(folder / "exhibits" / name)
    (folder / "exhibits" / "ADDED").write_bytes(b"")
    assert flaws_of(folder, KNOWN) == ["exhibit-file-unnamed"]

    lines = (folder / "d.yaml").read_text().splitlines(keepends=True)
    (folder / "d.yaml").write_text("".join(each for each in lines if f"exhibits/{name}," not in each))
    assert "seal-differs" in flaws_of(folder, KNOWN) or len(files) == 1


def test_a_seal_that_is_made_anew_has_the_day_on_which_it_was(line: CommandLine) -> None:
    seal(line)
    path = line.folder / "d.yaml"
    (old,) = [each for each in path.read_text().splitlines() if each.lstrip().startswith("day:")]
    path.write_text(path.read_text().replace(old, old.partition(":")[0] + ": 2020-01-01"))
    assert "2020-01-01" in path.read_text()
    seal(line)
    assert "2020-01-01" in path.read_text(), "nothing was sealed anew"
    (line.folder / "exhibits" / "note.txt").write_bytes(b"seen again\n")
    called = seal(line, "--replace", "E2")

    assert called.status == 0, called.err
    assert "2020-01-01" not in path.read_text()
    assert old in path.read_text()
    assert rules(line) == set()
