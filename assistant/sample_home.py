"""A home with goods in it: an empty one gets the sample shop."""

from __future__ import annotations

from pathlib import Path

from catalog.errors import SetupError
from catalog.home import Home


def with_goods(path: Path, *, asked_for: bool) -> Home:
    """The home of this folder, filled with the sample shop where it is empty.

    Raises SetupError for a folder that was named but isn't there, and for one that can't be a home.
    """
    if asked_for and not path.exists():
        raise SetupError(
            f"There is no home in {path}. Make one with: python -m catalog import FILE --home {path}, "
            f"or with the sample shop: python app.py --home {path}"
        )
    home = Home.make(path)
    from catalog.store import Store

    store = Store.open(home.store)
    if not store.count():
        from assistant.records.database import Database
        from assistant.records.sample import put_sample_orders
        from assistant.service.sample_policies import put_sample_policies
        from catalog.sample.shop import install

        install(store, home.path)
        records = Database.of_home(home.path)
        put_sample_orders(records)
        put_sample_policies(records)
        records.close()
    store.close()
    return home
