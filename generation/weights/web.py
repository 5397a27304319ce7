"""Fetch what an address answers into a partial file: resumed by Range, quick to give up on a silent host."""

import time
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from generation.weights.partial import Partial
from generation.weights.sources import SourceFailed

_OK, _PARTIAL, _CANNOT_RESUME = 200, 206, 416


class Web:
    """HTTP for the locker. A host that did not answer once is not asked again by this object."""

    def __init__(
        self,
        *,
        connect: float = 4.0,
        read: float = 30.0,
        attempts: int = 4,
        pause: float = 1.0,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Take time-outs and the pause between attempts in seconds, and headers for every request.

        A redirect to another host gets none of the credentials among them: httpx leaves them out.
        """
        self._connect, self._read = connect, read
        self._attempts, self._pause = attempts, pause
        self._headers = {"Accept-Encoding": "identity", "User-Agent": "feuilleton"} | dict(headers or {})
        self._silent: set[str] = set()

    def append(self, address: str, partial: Partial, told: Callable[[], None]) -> None:
        """Bring the piece in progress to its end from `address`; `told` is called after each block.

        A transfer that breaks off is continued where it stopped, `attempts` times in all.

        Raises:
            SourceFailed: the host is silent, refuses, sends too much or keeps breaking off.
        """
        host = urlsplit(address).hostname or address
        if host in self._silent:
            raise SourceFailed(f"{host} did not answer a moment ago")
        for attempt in range(self._attempts):
            if attempt:
                time.sleep(self._pause)
            if self._transfer(host, address, partial, told):
                return
        raise SourceFailed(f"{host} broke off {self._attempts} times, the last time after {partial.loose} bytes")

    def _transfer(self, host: str, address: str, partial: Partial, told: Callable[[], None]) -> bool:
        """Ask once for what is missing; return whether the answer came to its end."""
        import httpx  # noqa: PLC0415

        headers = self._headers | ({"Range": f"bytes={partial.loose}-"} if partial.loose else {})
        try:
            with httpx.stream(
                "GET",
                address,
                headers=headers,
                follow_redirects=True,
                timeout=httpx.Timeout(self._read, connect=self._connect),
            ) as reply:
                if not _position(host, reply.status_code, reply.headers.get("Content-Range", ""), partial):
                    return False
                for block in reply.iter_raw():
                    partial.append(block)
                    told()
        except (httpx.ConnectError, httpx.ConnectTimeout):
            self._silent.add(host)
            raise SourceFailed(f"{host} did not answer") from None
        except httpx.InvalidURL as error:
            raise SourceFailed(f"{address} is no address ({error})") from error
        except httpx.HTTPError:
            return False
        return True


def _position(host: str, status: int, content_range: str, partial: Partial) -> bool:
    """Put the partial file where the answer's first byte belongs; return False when it must be asked for again.

    Raises:
        SourceFailed: the answer is not the file.
    """
    if status == _PARTIAL and content_range.startswith(f"bytes {partial.loose}-"):
        return True
    if status in {_OK, _PARTIAL, _CANNOT_RESUME}:
        partial.rewind()
        return status == _OK
    raise SourceFailed(f"{host} answered {status}")
