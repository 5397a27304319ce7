"""How a provider's jobs are described: the `settings` of a profile of the back-end `job`, checked before anything is
sent.

| table    | what it says                                                                                              |
|----------|-----------------------------------------------------------------------------------------------------------|
| (itself) | `base_url`, `key`, `headers` (`generation.remote.server`), `images`, `lengths`, `at_once`                 |
| `create` | `method`, `path`, `body` with placeholders, `ticket`: where the job's name is in the answer, `refused`    |
| `poll`   | `path` with `{ticket}`, `state`, the words `done`, `failed` and `refused`, `progress`, `reason`, times    |
| `fetch`  | one of `url`, `base64` (where it is in the last answer) and `path` (bytes, on the server itself)          |
| `cancel` | `method`, `path`                                                                                          |
| `charge` | `amount`: where it is in the last answer, `micros`: millionths of a euro for 1                            |
| `upload` | `path`, `field`, `address`: where a picture's address is in the answer (with `images = "upload"`)         |

`docs/howto/remote.md` shows one whole.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from generation.catalog.profile import Profile
from generation.errors import Unavailable
from generation.remote.jsonpath import FORM
from generation.remote.kind import OF
from generation.remote.template import PLACEHOLDERS, named


def _path(told: str) -> str:
    told = told.removeprefix("$.")
    if not FORM.fullmatch(told):
        raise ValueError("a path is names and numbers with dots between them, such as output.0.url")
    return told


def _place(told: str) -> str:
    if not told.startswith("/") or told.startswith("//") or not told.isascii() or set(told) & set(" \\#\r\n\t"):
        raise ValueError("an address on the server begins with one / and has no spaces")
    if unknown := set(named(told)) - {"ticket", "model"}:
        raise ValueError(f"{{{min(unknown)}}} cannot stand in an address; only {{ticket}} and {{model}} can")
    return told


JsonPath = Annotated[str, AfterValidator(_path)]
Place = Annotated[str, AfterValidator(_place)]
Words = tuple[str, ...]
Seconds = Annotated[float, Field(gt=0, le=86_400)]


class _Table(BaseModel):
    """A table in which every field is known."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Create(_Table):
    """How a job is created. `refused` are words of a refusal that mean that the model would not do it."""

    method: Literal["POST", "PUT"] = "POST"
    path: Place
    body: dict[str, Any]
    ticket: JsonPath
    refused: Words = ()

    @model_validator(mode="after")
    def _check(self) -> "Create":
        unknown = sorted(set(named(self.body)) - PLACEHOLDERS)
        if unknown:
            raise ValueError(
                f"{{{unknown[0]}}} in the body is no placeholder; known: {', '.join(sorted(PLACEHOLDERS))}"
            )
        return self


class Poll(_Table):
    """How a job is asked about: every `every` seconds, more and more seldom until `most`, for `patience` seconds.

    Any other word than those of `done`, `failed` and `refused` means that it is still at work.
    """

    path: Place
    state: JsonPath
    done: Annotated[Words, Field(min_length=1)]
    failed: Words = ()
    refused: Words = ()
    progress: JsonPath | None = None
    reason: JsonPath | None = None
    every: Seconds = 2.0
    most: Seconds = 15.0
    patience: Seconds = 3600.0

    @model_validator(mode="after")
    def _check(self) -> "Poll":
        if "ticket" not in named(self.path):
            raise ValueError("its path lacks {ticket}")
        both = [each for each in (*self.failed, *self.refused) if each.casefold() in map(str.casefold, self.done)]
        if both:
            raise ValueError(f"{both[0]} cannot mean done and not done")
        return self


class Fetch(_Table):
    """Where what was made is: at the address at `url`, in the answer at `base64`, or on the server under `path`."""

    url: JsonPath | None = None
    base64: JsonPath | None = None
    path: Place | None = None

    @model_validator(mode="after")
    def _check(self) -> "Fetch":
        if sum(each is not None for each in (self.url, self.base64, self.path)) != 1:
            raise ValueError("one of url, base64 and path says where it is")
        return self


class Cancel(_Table):
    """How a job is called off."""

    method: Literal["POST", "PUT", "DELETE"] = "POST"
    path: Place


class Charge(_Table):
    """What was paid: the number at `amount`, times `micros`."""

    amount: JsonPath
    micros: Annotated[float, Field(gt=0)] = 1_000_000.0


class Upload(_Table):
    """How a picture is handed over before the job is created."""

    path: Place
    field: str = "file"
    address: JsonPath


class Description(_Table):
    """All of it."""

    base_url: str
    key: str = ""
    headers: dict[str, str] | None = None
    model: str = ""
    images: Literal["data", "base64", "upload"] = "data"
    lengths: tuple[float, ...] = ()
    at_once: Annotated[int, Field(ge=1, le=64)] = 4
    create: Create
    poll: Poll
    fetch: Fetch
    cancel: Cancel | None = None
    charge: Charge | None = None
    upload: Upload | None = None

    @model_validator(mode="after")
    def _check(self) -> "Description":
        if (self.images == "upload") != (self.upload is not None):
            raise ValueError('images = "upload" and the table upload belong together')
        if any(each <= 0 for each in self.lengths):
            raise ValueError("lengths are seconds above 0")
        return self


def described(profile: Profile) -> Description:
    """Read the description of a profile's jobs.

    Raises:
        Unavailable: a field is missing, unknown or wrong; the message names it.
    """
    strange = [each for each in profile.operations if each not in OF]
    if strange:
        raise Unavailable(
            f"the profile {profile.name} is for {strange[0]}, which no remote job makes; correct operations"
        )
    try:
        return Description.model_validate(_plain(profile.settings))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        field = ".".join(("settings", *map(str, first["loc"])))
        told = first["msg"].removeprefix("Value error, ")
        raise Unavailable(f"the profile {profile.name}: {field}: {told}; correct it") from None


def _plain(table: Mapping[str, Any]) -> dict[str, Any]:
    return {name: dict(value) if isinstance(value, Mapping) else value for name, value in table.items()}
