"""Prints the platform's accessibility tree (AT-SPI) of the page shown by a process, as JSON."""

import json
import sys
import time

import pyatspi

TIMEOUT_S = 30


def applications(process):
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        application = desktop.getChildAtIndex(index)
        if application is not None and application.get_process_id() == process:
            yield application


def documents(node, depth=0):
    """Documents that are shown: tabs and panels of the browser itself are passed through."""
    if node is None or depth > 12:
        return
    if node.getRole() == pyatspi.ROLE_DOCUMENT_WEB:
        if node.getState().contains(pyatspi.STATE_SHOWING):
            yield node
        return
    for index in range(node.childCount):
        yield from documents(node.getChildAtIndex(index), depth + 1)


def tree(node):
    states = node.getState()
    attributes = dict(pair.split(":", 1) for pair in node.getAttributes() if ":" in pair)
    named = {
        "role": node.getRoleName(),
        "name": node.name,
        "landmark": attributes.get("xml-roles", "") if node.getRole() == pyatspi.ROLE_LANDMARK else "",
        "pressed": states.contains(pyatspi.STATE_PRESSED),
        "checked": states.contains(pyatspi.STATE_CHECKED),
    }
    children = [node.getChildAtIndex(index) for index in range(node.childCount)]
    return {
        **{key: value for key, value in named.items() if value},
        "children": [tree(child) for child in children if child is not None],
    }


def main(process, address):
    end = time.monotonic() + TIMEOUT_S
    while time.monotonic() < end:
        for application in applications(process):
            for document in documents(application):
                url = document.queryDocument().getAttributeValue("DocURL")
                if url.split("#")[0] == address.split("#")[0]:
                    print(json.dumps(tree(document)))
                    return 0
        time.sleep(0.3)
    print(f"Process {process} shows no page at {address} to the platform.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2]))
