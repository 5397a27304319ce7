"""Packed files (.docx, .epub) and the XML in them, opened as what they are: from strangers."""

import io
import zipfile
from collections.abc import Callable, Mapping
from xml.parsers import expat

from generation.manuscript.limits import ENTRIES, UNPACKED, Fault, Unreadable

Starts = Callable[[str, Mapping[str, str]], None]
Ends = Callable[[str], None]
Texts = Callable[[str], None]


class Archive:
    """A packed file whose contents stay within limits, whatever it says of itself."""

    def __init__(self, data: bytes) -> None:
        """Open it.

        Raises:
            Unreadable: it is damaged, locked, or would grow beyond what is allowed.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
            raise Unreadable(Fault.DAMAGED) from error
        entries = self._zip.infolist()
        # zipfile hands out no more of an entry than the size that is written here
        if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
            raise Unreadable(Fault.TOO_LARGE)
        self.names = frozenset(entry.filename for entry in entries)

    def read(self, name: str) -> bytes:
        """Return the bytes of an entry.

        Raises:
            Unreadable: there is none of this name, it is damaged, or locked.
        """
        try:
            return self._zip.read(name)
        except RuntimeError as error:  # what zipfile says to a file that needs a password
            raise Unreadable(Fault.LOCKED) from error
        except (KeyError, zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise Unreadable(Fault.DAMAGED) from error
        except Exception as error:  # zlib.error and lzma.LZMAError have no common root
            raise Unreadable(Fault.DAMAGED) from error


def walk(data: bytes, start: Starts, end: Ends, text: Texts) -> None:
    """Walk through XML; names are given without their namespace, attributes too.

    Raises:
        Unreadable: it is no XML, or declares a document type: entities are neither resolved nor wanted.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise Unreadable(Fault.HOSTILE)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: start(
        _local(name), {_local(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: end(_local(name))
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Unreadable(Fault.DAMAGED) from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
