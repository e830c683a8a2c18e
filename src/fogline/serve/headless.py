"""How is HEAD answered? As GET on every route, without the body (RFC 9110, 9.3.2)."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Headless:
    """An ASGI middleware: asks for the answer to GET and hands on its head; a stream ends with that."""

    def __init__(self, app: ASGIApp) -> None:
        """Ask `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        ended = False

        async def head(message: Message) -> None:
            nonlocal ended
            if message["type"] == "http.response.start":
                await send(message)
            elif not ended:
                ended = True
                await send({"type": "http.response.body", "body": b""})

        asked = {**scope, "method": "GET"}
        try:
            await self._app(asked, receive, head)
        finally:  # what the router found out is asked for by who measures
            scope.update({name: value for name, value in asked.items() if name != "method"})
