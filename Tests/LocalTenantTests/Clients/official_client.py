#!/usr/bin/env python3
"""Calls a local tenant through Auth0's own Python SDK, which nobody here wrote.

    python3 -m venv .venv && .venv/bin/pip install auth0-python
    rolecall tenant serve --rate 100000 --port 4400
    .venv/bin/python official_client.py --url http://127.0.0.1:4400 --token TOKEN
    rolecall tenant serve --rate 100000 --port 4401 --tls --tls-ca ca.pem
    .venv/bin/python official_client.py --url https://127.0.0.1:4401 --token TOKEN --ca ca.pem

Over http it is the SDK's inner client, whose base can be set; over https the outer one, which takes a domain alone, and which
with --client-id and --client-secret fetches a token of its own besides. The tenant is to have 2,500 users, and no faults.
It makes and deletes a role, and ends one user's sessions. The last line is `N calls passed`; the first call that goes wrong
ends it with status 1.
"""
import argparse
import os
import sys
import time
import urllib.parse

from auth0.management import ManagementClient
from auth0.management.client import Auth0
from auth0.management.core.api_error import ApiError

ANA = "auth0|63d17c50e99d3933163bdda9"
NOBODY = "auth0|000000000000000000000000"
passed = 0


def check(what, truth):
    global passed
    if not truth:
        sys.exit(f"FAILED {what}")
    passed += 1
    print(f"ok {passed:2} {what}")


def refused(what, status, call):
    try:
        call()
    except ApiError as error:
        check(f"{what} is {status}", error.status_code == status)
    else:
        check(f"{what} is {status}", False)


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--url", required=True, help="the tenant's origin, without /api/v2")
    ask.add_argument("--token", required=True)
    ask.add_argument("--ca", help="for https: the authority to trust, as PEM")
    ask.add_argument("--client-id", help="for https: an application that fetches a token")
    ask.add_argument("--client-secret")
    options = ask.parse_args()
    origin = urllib.parse.urlsplit(options.url)
    if origin.hostname not in ("127.0.0.1", "localhost", "::1"):
        sys.exit("official_client.py: it deletes roles; it is for a tenant on loopback only")
    if origin.scheme == "http":
        walk(lambda token: Auth0(base_url=f"{options.url}/api/v2", token=token), options.token)
    else:
        os.environ["SSL_CERT_FILE"] = os.environ["REQUESTS_CA_BUNDLE"] = options.ca
        if options.client_id:
            own = ManagementClient(domain=origin.netloc, client_id=options.client_id, client_secret=options.client_secret)
            check("a token of the application's own", len(list(own.roles.list())) > 0)
        walk(lambda token: ManagementClient(domain=origin.netloc, token=token), options.token)
    print(f"{passed} calls passed")


def walk(client, token):
    auth0 = client(token)

    page = auth0.users.list(per_page=10)
    check("list users", len(list(page.items)) == 10)
    check("page on through users", len({u.user_id for u, _ in zip(auth0.users.list(per_page=20), range(50))}) == 50)
    found = list(auth0.users.list(q='name:"Ana Lima"', search_engine="v3"))
    check("search users", ANA in [u.user_id for u in found])
    check("search by prefix, sorted", len(auth0.users.list(q="name:ana*", sort="last_login:-1").items) > 1)
    check("users by email", len(auth0.users.list_users_by_email(email="ana@acme.example")) == 2)
    check("get a user", auth0.users.get(ANA).email == "ana@acme.example")
    check("update a user", auth0.users.update(ANA, user_metadata={"client": "auth0-python"}).user_id == ANA)
    check("a user's roles", [r.name for r in auth0.users.roles.list(ANA)] == ["Billing Admin", "Support", "Auditor"])

    role = auth0.roles.create(name="official-client", description="made by a test")
    check("create a role", role.id.startswith("rol_"))
    check("list roles", role.id in [r.id for r in auth0.roles.list(name_filter="official")])
    check("get a role", auth0.roles.get(role.id).name == "official-client")
    check("update a role", auth0.roles.update(role.id, description="changed").description == "changed")
    api = next(a for a in auth0.resource_servers.list() if not a.is_system)
    permission = {"resource_server_identifier": api.identifier, "permission_name": api.scopes[0].value}
    auth0.roles.permissions.add(role.id, permissions=[permission])
    check("add a role's permission", len(list(auth0.roles.permissions.list(role.id))) == 1)
    auth0.users.roles.assign(ANA, roles=[role.id])
    check("assign a role", role.id in [r.id for r in auth0.users.roles.list(ANA)])
    check("a permission through a role", any(p.permission_name == permission["permission_name"] for p in auth0.users.permissions.list(ANA)))
    check("effective roles", role.id in [r.id for r in auth0.users.effective_roles.list(ANA)])
    auth0.users.roles.delete(ANA, roles=[role.id])
    check("remove a role", role.id not in [r.id for r in auth0.users.roles.list(ANA)])
    entries = list(auth0.logs.list(per_page=5).items)
    check("the log has the removal", any(e.description == "Removes roles from a user" for e in entries))
    auth0.roles.users.assign(role.id, users=[u.user_id for u in page.items])
    check("assign a role to many", len(list(auth0.roles.users.list(role.id))) == 10)
    employee = next(r for r in auth0.roles.list(per_page=100) if r.name == "Employee")
    members = [u.user_id for u in auth0.roles.users.list(employee.id, take=100)]
    check(f"role members past 1,000 ({len(members)})", len(members) > 1000 and len(set(members)) == len(members))
    auth0.users.permissions.create(ANA, permissions=[permission])
    auth0.users.permissions.delete(ANA, permissions=[permission])
    check("grant a permission and take it back", True)
    auth0.roles.permissions.delete(role.id, permissions=[permission])
    check("remove a role's permission", not list(auth0.roles.permissions.list(role.id)))

    organization = next(o for o in auth0.organizations.list() if o.name == "initech")
    check("get an organization", auth0.organizations.get(organization.id).display_name == "Initech")
    check("an organization's members", ANA in [m.user_id for m in auth0.organizations.members.list(organization.id)])
    check("a user's organizations", len(list(auth0.users.organizations.list(ANA))) == 2)
    held = list(auth0.organizations.members.roles.list(organization.id, ANA))
    check("a member's roles", [r.name for r in held] == ["Owner"])
    auth0.organizations.members.roles.assign(organization.id, ANA, roles=[role.id])
    auth0.organizations.members.roles.delete(organization.id, ANA, roles=[role.id])
    check("a member's role given and taken", [r.name for r in auth0.organizations.members.roles.list(organization.id, ANA)] == ["Owner"])

    check("sessions", len(list(auth0.users.sessions.list(ANA))) > 0)
    auth0.users.sessions.delete(ANA)
    check("sessions ended", not list(auth0.users.sessions.list(ANA)))
    auth0.users.refresh_token.delete(ANA)
    check("refresh tokens revoked", not list(auth0.users.refresh_token.list(ANA)))
    auth0.users.revoke_access(ANA)
    check("access revoked", True)
    check("blocks", auth0.user_blocks.list(ANA).blocked_for == [])
    check("tenant settings", auth0.tenants.settings.get().friendly_name is not None)
    check("connections", "google-oauth2" in [c.name for c in auth0.connections.list()])
    job = auth0.jobs.users_exports.create(format="json")
    for _ in range(50):
        state = auth0.jobs.get(job.id)
        if state.status == "completed":
            break
        time.sleep(0.1)
    check("export users", state.status == "completed" and state.location)

    refused("a user who is missing", 404, lambda: auth0.users.get(NOBODY))
    refused("a second role of one name", 409, lambda: auth0.roles.create(name="official-client"))
    refused("a page behind the wall", 400, lambda: auth0.users.list(page=10, per_page=100))
    refused("a role by its name", 400, lambda: auth0.users.roles.assign(ANA, roles=["Support"]))
    refused("a strange token", 401, lambda: client("x.y.z").roles.list())
    auth0.roles.delete(role.id)
    refused("a role that was deleted", 404, lambda: auth0.roles.get(role.id))


if __name__ == "__main__":
    main()
