"""A mail server nobody here wrote (Debian's python3-aiosmtpd), which tells what it saw, one JSON object a line.

smtp_peer.py MODE [CERTIFICATE KEY]
  MODE starttls: mail is taken under STARTTLS and with a sign-in (mara / right) only; plain: neither is on offer.
What goes wrong is asked for by the recipient's name: refused@, later@, or by the subject: drop-early, drop-late, 4xx,
5xx. The first line is {"port": N}.
"""
import asyncio
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


def tell(**seen):
    print(json.dumps(seen), flush=True)


class Handler:
    # .NET asks for "login"; aiosmtpd knows the name in capitals only, though case does not count (RFC 4954, 4)
    async def auth_login(self, server, args):
        return await server.auth_LOGIN(server, args)

    async def handle_MAIL(self, server, session, envelope, address, options):
        tell(mail_from=address, tls=session.ssl is not None, signed_in=bool(session.authenticated))
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        if address.startswith("drop-early"):
            server.transport.abort()
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 5.1.1 nobody of that name lives here"
        if address.startswith("later"):
            return "450 4.2.1 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        text = envelope.content.decode("utf-8", "replace")
        subject = next((l for l in text.splitlines() if l.lower().startswith("subject:")), "")
        tell(tos=envelope.rcpt_tos, data=text)
        if "drop-late" in subject:
            server.transport.abort()
        if "4xx" in subject:
            return "451 4.3.0 the disk is full"
        if "5xx" in subject:
            return "554 5.7.1 looks like spam"
        return "250 OK taken"


class Signing:
    def __call__(self, server, session, envelope, mechanism, data):
        good = data.login == b"mara" and data.password == b"right"
        return AuthResult(success=good, handled=False)


async def main(mode, *files):
    context = None
    if mode == "starttls":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*files)

    def factory():
        if context is None:
            return SMTP(Handler(), enable_SMTPUTF8=True, data_size_limit=50_000_000)
        return SMTP(
            Handler(), enable_SMTPUTF8=True, data_size_limit=50_000_000, tls_context=context, require_starttls=True,
            authenticator=Signing(), auth_required=True)

    server = await asyncio.get_running_loop().create_server(factory, "127.0.0.1", 0)
    tell(port=server.sockets[0].getsockname()[1])
    await server.serve_forever()


asyncio.run(main(*sys.argv[1:]))
