"""Which addresses may be called, and that the one that was checked is the one that is connected to."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest

from generation.errors import BadResult, TryAgain, Unavailable
from generation.remote.address import checked, configured, is_public, origin, resolved
from generation.remote.kind import Kind
from generation.remote.web import Web
from tests.fakes.provider import picture

OURS = httpx.URL("https://api.vendor.example/v1")


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.9.10", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1"),  # noqa: S104 - refused
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1"),
        *("fec0::1", "192.0.0.192", "192.0.0.8"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "words", ""),
    ],
)  # fmt: skip
def test_addresses_of_machines_and_private_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "64:ff9b::101:101"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


class Names:
    """Stands for what a name server says; it may say something else each time."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers, self.asked = list(answers), []

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append((host, port))
        return self.answers.pop(0)


async def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    names = Names(["1.1.1.1", "10.0.0.1"], [])
    for _ in range(2):
        with pytest.raises(BadResult, match="no public address"):
            await checked(httpx.URL("https://cdn.example/x"), origin(OURS), names)


async def test_our_own_host_and_port_may_be_private_and_another_port_of_it_may_not() -> None:
    ours = origin(httpx.URL("http://192.168.1.5:8188/api"))
    assert await checked(httpx.URL("http://192.168.1.5:8188/view"), ours, Names()) == ()
    with pytest.raises(BadResult, match="no plain https"):
        await checked(httpx.URL("http://192.168.1.5:22/"), ours, Names())
    with pytest.raises(BadResult, match="no public address"):
        await checked(httpx.URL("https://192.168.1.5:8189/"), ours, Names(["192.168.1.5"]))


async def test_a_number_that_stands_for_this_machine_is_found_out() -> None:
    assert not any(map(is_public, await resolved("2130706433", 443)))
    with pytest.raises(TryAgain, match="cannot be looked up"):
        await resolved("a" * 70, 443)


class Wire(httpx.AsyncBaseTransport):
    """Stands for the network: remembers whom it was asked to connect to, and answers."""

    def __init__(self, *answers: httpx.Response) -> None:
        self.answers, self.asked = list(answers), []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        answer = self.answers.pop(0)
        if answer.status_code == 599:
            raise httpx.ConnectError("nobody")
        return answer


def png(*, status: int = 200, to: str = "") -> httpx.Response:
    headers = {"content-type": "image/png"} | ({"location": to} if to else {})
    return httpx.Response(status, headers=headers, content=picture())


def test_the_checked_address_is_connected_to_under_the_name_that_it_must_prove(tmp_path: Path) -> None:
    names, wire = Names(["1.1.1.1"], ["127.0.0.1"]), Wire(png())
    web = Web(base=OURS, headers={"Authorization": "Bearer k"}, secrets=("k",), resolve=names, transport=wire)
    assert web.fetch("https://cdn.example/x.png?sig=1", tmp_path / "x", Kind.PICTURE, lambda _: None) == "image/png"
    (asked,) = wire.asked
    assert (asked.url.host, asked.headers["host"], asked.extensions["sni_hostname"]) == (
        *("1.1.1.1", "cdn.example"),
        "cdn.example",
    )
    assert "authorization" not in asked.headers
    assert names.asked == [("cdn.example", 443)], "nobody is asked a second time, when the name may stand for another"


def test_each_redirect_is_checked_and_the_next_address_of_a_host_is_tried(tmp_path: Path) -> None:
    names = Names(["2606:4700:4700::1111", "1.1.1.1"], ["1.0.0.1"])
    wire = Wire(png(status=599), png(status=302, to="https://other.example/y"), png())
    web = Web(base=OURS, resolve=names, transport=wire)
    web.fetch("https://cdn.example/x", tmp_path / "x", Kind.PICTURE, lambda _: None)
    assert [asked.url.host for asked in wire.asked] == ["2606:4700:4700::1111", "1.1.1.1", "1.0.0.1"]


def test_a_redirect_into_a_private_network_is_not_followed(tmp_path: Path) -> None:
    names, wire = Names(["1.1.1.1"], ["169.254.169.254"]), Wire(png(status=307, to="https://metadata.example/"))
    web = Web(base=OURS, resolve=names, transport=wire)
    with pytest.raises(BadResult, match="no public address"):
        web.fetch("https://cdn.example/x", tmp_path / "x", Kind.PICTURE, lambda _: None)
    assert len(wire.asked) == 1


def test_a_path_stays_on_the_operators_server() -> None:
    web = Web(base=configured("https://api.vendor.example/v1/", "base_url"))
    assert str(web.url("/jobs/a%2Fb?full=1")) == "https://api.vendor.example/v1/jobs/a%2Fb?full=1"


@pytest.mark.parametrize(
    "address", ["", "vendor", "ftp://vendor", "http://", "https://a:b@vendor", "https://vendor/?k=1"]
)
def test_what_is_no_plain_address_is_refused_as_a_setting(address: str) -> None:
    with pytest.raises(Unavailable, match="base_url of x"):
        configured(address, "base_url of x")


def test_a_file_that_grows_beyond_its_limit_is_not_kept_on_coming(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generation.remote.web.LARGEST", {Kind.PICTURE: 100})
    for told in ({"content-length": "101"}, {}):
        wire = Wire(httpx.Response(200, headers={"content-type": "image/png", **told}, stream=Endless()))
        with pytest.raises(BadResult, match="100"):
            Web(base=OURS, transport=wire).fetch("/x", tmp_path / "x", Kind.PICTURE, lambda _: None)


class Endless(httpx.AsyncByteStream):
    async def __aiter__(self):  # noqa: ANN204 - an endless iterator of bytes
        while True:
            await asyncio.sleep(0)
            yield b"\x89PNG" * 8
