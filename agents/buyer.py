"""The buyer of one episode: what a request costs there, from whom it is ordered, and who answers for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from agents.till import Bill, Till
from generation.catalog.model import Model
from generation.errors import Unavailable
from generation.requests.request import Request, key, order
from storage.domain.contributions import Tool
from storage.domain.ids import Digest, EpisodeId, PersonId, PurchaseId, SeriesId
from storage.domain.purchase import Purchase


@dataclass(frozen=True, kw_only=True)
class Buyer:
    """Buys for one episode. `backends` maps an operation to a back-end, `model` gives a back-end's model, `is_making`
    tells whether a task is making a take at this moment.
    """

    till: Till
    backends: Mapping[str, str]
    model: Callable[[str], Model]
    new_id: Callable[[], str]
    is_making: Callable[[Digest], bool]
    series: SeriesId
    episode: EpisodeId
    person: PersonId

    async def reserve(self, requests: Sequence[Request]) -> tuple[Purchase, ...]:
        """Reserve the money for those of these that cost any and are not being made, for all or for none."""
        bills = [self._bill(request) for request in requests if self.buys(request)]
        idle = [bill for bill in bills if not self.is_making(bill.purchase.key)]
        return await self.till.reserve(idle) if idle else ()

    def price(self, request: Request) -> int | None:
        """Return what a request costs in millionths of a euro; nothing where nobody knows."""
        price = self._model(request).price
        return None if price is None else price.of(request)

    async def order(self, request: Request) -> Purchase | None:
        """Return what a request is paid with: what an earlier try has left, else its money is reserved now.

        Raises:
            Doubtful: it may have been paid already.
            Unaffordable: it may not be spent, or not yet.
            Unavailable: it was ordered where nobody can be asked any more.
        """
        made = self._model(request)
        left = await self.till.found(
            self.episode, Digest(order(request)), Digest(key(request, made.name, made.version))
        )
        if left is None and self.buys(request):
            (left,) = await self.till.reserve([self._bill(request)])
        if left is not None:
            self._demand(left)
        return left

    def buys(self, request: Request) -> bool:
        """Tell whether a request is paid for, or carried out where it must not be asked twice."""
        model = self._model(request)
        return model.is_remote or bool(model.price and model.price.of(request))

    def tool(self, request: Request, bought: Purchase | None) -> Tool:
        """Return what a request is made with: the model that it was ordered from, else today's."""
        if bought is not None:
            return Tool(name=bought.model, version=bought.version, licence=bought.licence, key=bought.key)
        model = self._model(request)
        digest = Digest(key(request, model.name, model.version))
        return Tool(name=model.name, version=model.version, licence=model.licence, key=digest)

    def _model(self, request: Request) -> Model:
        return self.model(self.backends[request.operation])

    def _demand(self, bought: Purchase) -> None:
        """Let pass what can still be asked about where it was ordered."""
        try:
            self.model(bought.backend)
        except Unavailable as error:
            raise Unavailable(
                f"{bought.operation} was ordered from {bought.backend}, which is not there any more: set it up again"
                " so that what was paid for can be fetched"
            ) from error

    def _bill(self, request: Request) -> Bill:
        model = self._model(request)
        bought = Purchase(
            id=PurchaseId(self.new_id()),
            series=self.series,
            episode=self.episode,
            person=self.person,
            key=Digest(key(request, model.name, model.version)),
            order=Digest(order(request)),
            operation=request.operation,
            backend=self.backends[request.operation],
            model=model.name,
            version=model.version,
            licence=model.licence,
            endpoint=model.source,
            reserved=model.price.of(request) if model.price else 0,
            at=self.till.clock(),
        )
        return Bill(purchase=bought, known=model.price is not None)
