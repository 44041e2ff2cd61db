"""Requests that the preview answers, and those that it refuses: from elsewhere, or for what it
does not serve."""

import json
import re
import socket
from pathlib import Path

import pytest

from builder.preview.asking import HEADERS, MOST, Guard, RefusedError
from tests.preview.served import Preview

ROOT = Path(__file__).resolve().parents[2]
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
ELSEWHERE = ("evil.example", "127.0.0.1.evil.example", "127.0.0.1", "0.0.0.0", "[::1]", "")
ORIGINS = ("http://evil.example", "https://127.0.0.1", "http://127.0.0.1", "null", "file://", "")
ESCAPES = json.loads((ROOT / "tests/preview/escapes.json").read_text("utf-8"))


def test_it_listens_on_the_loopback_interface_alone(preview: Preview) -> None:
    assert preview.server.socket.getsockname()[0] == "127.0.0.1"
    assert preview.server.address_family == socket.AF_INET


def test_its_own_page_is_answered(preview: Preview) -> None:
    for own in (preview.host, preview.host.replace("127.0.0.1", "localhost")):
        answer = preview.ask("GET", f"/{preview.token}/state", Host=own)
        assert answer.status == 200
        assert answer.data["briefing"]["slug"] == "norhaven"


@pytest.mark.parametrize("host", ELSEWHERE)
def test_a_name_that_only_leads_here_is_refused(host: str, preview: Preview) -> None:
    port = preview.host.partition(":")[2]
    for named in (host, f"{host}:{port}" if host != "127.0.0.1" else host):
        answer = preview.ask("GET", f"/{preview.token}/state", Host=named)
        assert answer.status == 403
        assert b"norhaven" not in answer.body


def test_a_request_without_a_host_is_refused(preview: Preview) -> None:
    assert preview.ask("GET", f"/{preview.token}/state", Host=None).status == 403


@pytest.mark.parametrize("origin", ORIGINS)
def test_another_pages_requests_are_refused(origin: str, preview: Preview) -> None:
    assert preview.ask("GET", f"/{preview.token}/state", Origin=origin).status == 403
    body = b'{"values": {}}'
    kind = "application/json"
    asked = preview.ask("POST", f"/{preview.token}/what-if", body, Origin=origin, Content_Type=kind)
    assert asked.status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything"])
def test_what_a_browser_says_comes_from_elsewhere_is_refused(site: str, preview: Preview) -> None:
    answer = preview.ask("GET", f"/{preview.token}/state", Sec_Fetch_Site=site)
    assert answer.status == 403


def test_only_who_knows_the_token_is_answered(preview: Preview) -> None:
    for path in ("/", "/state", "//state", f"/{preview.token[:-1]}/state", f"/{preview.token}x/"):
        answer = preview.ask("GET", path)
        assert answer.status == 404
        assert preview.token.encode() not in answer.body
    assert preview.ask("GET", f"/{preview.token}").status == 404
    assert len(preview.token) >= 32
    assert Guard.of(1).token != Guard.of(1).token


@pytest.mark.parametrize("path", ESCAPES)
def test_no_path_leads_out_of_what_is_served(path: str, preview: Preview) -> None:
    (preview.folder.parent / "secret.txt").write_text("secret", "utf-8")
    asked = path.replace("CONTENT", str(preview.folder))
    answer = preview.ask("GET", f"/{preview.token}/{asked}")
    assert answer.status == 404, asked
    assert b"secret" not in answer.body
    assert b"quay_cost" not in answer.body


def test_no_file_of_the_content_is_served_as_it_is(preview: Preview) -> None:
    for name in ("figures.yaml", "sections/freight.md", "content/figures.yaml", "page/../state"):
        assert preview.get(name).status == 404


def test_a_path_that_is_a_whole_address_is_refused(preview: Preview) -> None:
    for asked in (f"http://{preview.host}/{preview.token}/state", "*", f"{preview.token}/state"):
        assert preview.ask("GET", asked).status in (400, 404)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"])
def test_no_other_method_is_known(method: str, preview: Preview) -> None:
    assert preview.ask(method, f"/{preview.token}/state").status == 501


def test_a_change_needs_origin_and_json(preview: Preview) -> None:
    path, own = f"/{preview.token}/what-if", f"http://{preview.host}"
    body, kind = b'{"values": {}}', "application/json"
    assert preview.ask("POST", path, body, Origin=own, Content_Type=kind).status == 200
    assert preview.ask("POST", path, body, Content_Type=kind).status == 403
    for other in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        assert preview.ask("POST", path, body, Origin=own, Content_Type=other).status == 415
    told = {"Origin": own, "Content_Type": kind}
    for said, status in ((b"{", 400), (b"[]", 400), (b"\xff", 400), (b"1" * (MOST + 1), 413)):
        assert preview.ask("POST", path, said, **told).status == status
    deep = b"[" * 60_000
    assert preview.ask("POST", path, deep, **told).status == 400
    assert preview.ask("POST", path, b"", Transfer_Encoding="chunked", **told).status == 411
    assert preview.ask("POST", path, b"", Content_Length="-1", **told).status == 411
    assert preview.ask("POST", f"/{preview.token}/anything", b"{}", **told).status == 404


def raw(preview: Preview, asked: str, body: bytes = b"", *headers: str) -> bytes:
    """Send a request word by word; return all that is answered until the end of the line."""
    lines = (f"{asked} HTTP/1.1", *(headers or (f"Host: {preview.host}",)), "", "")
    with socket.create_connection(preview.server.server_address[:2], timeout=20) as line:
        line.sendall("\r\n".join(lines).encode("latin-1") + body)
        return b"".join(iter(lambda: line.recv(65536), b""))


def statuses(answers: bytes) -> list[int]:
    """Return the statuses of all answers on a line."""
    return [int(each) for each in re.findall(rb"HTTP/1\.[01] (\d+)", answers)]


@pytest.mark.parametrize("name", ["Host", "Origin", "Sec-Fetch-Site"])
@pytest.mark.parametrize("good_first", [True, False])
def test_what_a_request_is_judged_by_it_says_once(
    name: str, good_first: bool, preview: Preview
) -> None:
    good = {"Host": preview.host, "Origin": f"http://{preview.host}", "Sec-Fetch-Site": "none"}
    twice = [f"{name}: {good[name]}", f"{name.lower()}: http://evil.example"]
    own = [f"{other}: {value}" for other, value in good.items() if other != name]
    once = [*own, twice[0], "Connection: close"]
    assert statuses(raw(preview, f"GET /{preview.token}/state", b"", *once)) == [200]
    held = [*own, *(twice if good_first else reversed(twice))]
    assert statuses(raw(preview, f"GET /{preview.token}/state", b"", *held)) == [400]


@pytest.mark.parametrize("begun", ["//{}/state", "///{}/state", "{}/state", "/./{}/state"])
def test_the_token_stands_after_one_slash(begun: str, preview: Preview) -> None:
    assert preview.ask("GET", begun.format(preview.token)).status == 404


@pytest.mark.parametrize(
    ("length", "status"),
    [
        ("9" * 20, 413),
        ("9" * 5000, 413),
        (str(MOST + 1), 413),
        ("\xb2", 411),
        ("+14", 411),
        ("1_4", 411),
        ("0x0e", 411),
        ("", 411),
        ("0" * 5000 + "14", 200),
    ],
)
def test_any_length_is_answered(length: str, status: int, preview: Preview) -> None:
    own = (f"Host: {preview.host}", f"Origin: http://{preview.host}", "Connection: close")
    held = (*own, "Content-Type: application/json", f"Content-Length: {length}")
    body = b'{"values": {}}' + b" " * (0 if status == 200 else 100_000)
    answers = raw(preview, f"POST /{preview.token}/what-if", body, *held)
    assert statuses(answers) == [status]
    assert answers.endswith(b"}")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("brings", ["Content-Length: {}", "Transfer-Encoding: chunked"])
def test_what_comes_with_a_question_is_not_read_as_another(
    method: str, brings: str, preview: Preview
) -> None:
    inner = f"GET /{preview.token}/state HTTP/1.1\r\nHost: {preview.host}\r\n\r\n".encode()
    held = (f"Host: {preview.host}", brings.format(len(inner)))
    answers = raw(preview, f"{method} /{preview.token}/state", inner, *held)
    assert statuses(answers) == [400]
    assert b"norhaven" not in answers
    assert preview.ask("GET", f"/{preview.token}/state", Content_Length="0").status == 200


def test_nothing_is_changed_by_asking_to_read(preview: Preview) -> None:
    for name in ("what-if", "write", "since", "seen"):
        assert preview.get(name).status == 404


@pytest.mark.parametrize("path", ["state", "nothing", "marks/none"])
def test_every_answer_lets_nothing_run_and_nothing_else_be_asked(
    path: str, preview: Preview
) -> None:
    answer = preview.get(path)
    said = dict(part.split(" ", 1) for part in HEADERS["Content-Security-Policy"].split("; "))
    assert said == POLICY
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_a_guard_without_a_token_lets_nobody_in() -> None:
    guard = Guard(80, "token")
    headers = {"Host": "127.0.0.1:80"}
    assert guard.path("/token/", headers) == ""
    for path in ("/", "", "token/", "/tokén/", "/token\udcff/", "/token/a\\b", "/token/a//b"):
        with pytest.raises(RefusedError):
            guard.path(path, headers)
