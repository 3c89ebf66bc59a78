"""What follows when the link to this experiment was copied, or could not be."""

from web.page import messages
from web.page.state import State
from web.page.topics import LINK_PLACES


def _link_copied(state: State, message: messages.LinkCopied) -> State:
    if message.place not in LINK_PLACES:
        return state
    link = {"place": message.place, "text": message.text, "copied": message.copied, "settings": state.form.settings}
    return state.but(link=link)


UPDATES = {messages.LinkCopied: _link_copied}
