"""Bring the browser's third-party parts in from npm (placeholder until the asset step lands)."""

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class AssetsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds nothing yet."""
