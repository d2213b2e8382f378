# SPDX-License-Identifier: Apache-2.0
"""A robot in the place of a visitor: answers, waits for the thank-you, writes down what it did and what it saw."""
import asyncio
import random
import string

from glass import Gone

PATIENCE = 60  # seconds, for whatever is awaited; devices are frozen for a few
AGAIN = 2.5  # seconds, after which a person touches once more
BETWEEN_TAPS = 0.03
READ_ON = "read-on"  # the button in the place of "next"
SCREENFUL = 0.5  # seconds, until the page has scrolled by one
MOST_SCREENFULS = 100
WALKS_AWAY = 0.04  # share of visitors
MOST_TRIES = 4  # of sending, before a visitor gives up
LANGUAGES = ("en", "fr")
ROWS = ("first", "second", "third")
CHOICES = ("alpha", "beta", "gamma", "delta")
SAVED, NOT_SAVED = "saved", "not saved"
FATES = {  # what a visitor reads after a restart, and its language
    "This device was restarted. The answers that were sent last are saved.": (SAVED, "en"),
    "This device was restarted. The answers that were being given are not saved: please answer again.": (NOT_SAVED, "en"),
    "Cet appareil a redémarré. Les dernières réponses envoyées sont enregistrées.": (SAVED, "fr"),
    "Cet appareil a redémarré. Les réponses en cours ne sont pas enregistrées : veuillez répondre de nouveau.": (NOT_SAVED, "fr"),
}


class Puzzled(Exception):
    """The device is alive and does not do what every visitor expects."""


class TurnedAway(Exception):
    """The first page is back before anything was sent: the device can save nothing, and says so."""


def word(number):
    """Five letters that no other number has."""
    letters = ""
    for _ in range(5):
        number, letter = divmod(number, 26)
        letters += string.ascii_lowercase[letter]
    return letters.capitalize()


class Robot:
    def __init__(self, device, ledger, numbers, seed):
        """`numbers`: an iterator that all robots share."""
        self.device, self.glass, self.ledger, self.numbers = device, device.glass, ledger, numbers
        self.chance = random.Random(seed)
        self.thanked = 0
        self.word, self.interrupted = None, None
        self.is_inside = False  # a form

    async def live(self, is_over):
        """One visitor after the other, until it is over."""
        while not is_over():
            try:
                self.glass.enter()
                await self.visit()
            except TurnedAway:
                self.note("turned away")
                self.give_up("left")
            except Gone:
                self.note("gone")
                self.is_inside = False
                self.interrupted = self.interrupted or (self.word, self.glass.generation)
                while not is_over() and not self.device.program.is_up:
                    await asyncio.sleep(0.01)
            except Puzzled as problem:
                self.note("puzzled", why=str(problem), sees=" ".join(self.glass.spots))
                await self.start_over()

    def note(self, what, **facts):
        self.ledger.note(what, device=self.device.name, **facts)

    async def visit(self):
        await self.expect("language:")
        self.read_what_became_of_it()
        self.word, self.answers, self.language = word(next(self.numbers)), {}, self.chance.choice(LANGUAGES)
        await self.choose_language()
        self.note("opened", word=self.word, language=self.language)
        await self.turn("begin", "step:")
        self.is_inside = True
        for row in ROWS:
            step = self.chance.randrange(5)
            await self.tap(f"step:{row}:{step}")
            self.answers[row] = step + 1
        await self.turn("next", "choice:")
        self.answers["several"] = self.chance.sample(CHOICES, self.chance.randint(1, 3))
        for choice in self.answers["several"]:
            await self.tap("choice:" + choice)
        await self.turn("next", "key:")
        for letter in self.word:
            await self.tap("key:" + letter)
        self.answers["nonce"] = self.word
        if self.chance.random() < WALKS_AWAY:
            await self.leave("left")
        else:
            await self.send()

    def read_what_became_of_it(self):
        """Of the answers that a restart interrupted. One start says it: who was interrupted twice may read nothing."""
        interrupted, self.interrupted = self.interrupted, None
        if not interrupted or self.glass.generation != interrupted[1] + 1:
            return
        fate, language = None, None
        if self.glass.said:
            if self.glass.said not in FATES:
                raise Puzzled(f"reads: {self.glass.said}")
            fate, language = FATES[self.glass.said]
        # A kiosk that takes no answers has not been able to erase anything yet.
        found = self.lies_in(interrupted[0]) if fate == NOT_SAVED and self.glass.has("begin") else []
        self.note("told", word=interrupted[0], fate=fate, language=language, found=found)

    def lies_in(self, word):
        """The names of the device's files in which it stands, as bytes."""
        store = self.device.store()
        files = (store, store.with_name(store.name + "-wal"))
        return [path.name for path in files if word and path.exists() and word.encode() in path.read_bytes()]

    def give_up(self, why):
        """Whoever has left is not there any more when the device is started again."""
        self.note(why, word=self.word)
        self.word, self.is_inside = None, False

    async def send(self):
        self.note("submitted", word=self.word, language=self.language, answers=self.answers)
        for attempt in range(self.chance.randint(1, MOST_TRIES)):
            if attempt > 0:
                self.note("tries again", word=self.word)
            self.device.sends.set()
            try:
                await self.tap("next")
            finally:
                self.device.sends.clear()
            if await self.glass.wait_for("done", patience=AGAIN):
                return await self.take_thanks()
        await self.leave("refused")

    async def take_thanks(self):
        self.note("thanked", word=self.word)
        self.thanked += 1
        self.is_inside = False
        await self.turn("done", "language:")

    async def leave(self, why):
        """Back to the first page without having been thanked."""
        while not self.glass.has("language:"):
            if self.glass.has("done"):
                return await self.take_thanks()
            await self.glass.tap("back")
            await asyncio.sleep(0.05)
        self.give_up(why)

    async def start_over(self):
        self.word, self.is_inside = None, False
        try:
            self.glass.enter()
            while not self.glass.has("language:"):
                await self.glass.tap("done" if self.glass.has("done") else "back")
                await asyncio.sleep(0.2)
        except Gone:
            self.note("gone")

    async def expect(self, name):
        names = (name, "language:") if self.is_inside else (name,)
        if not await self.glass.wait_for(*names, patience=PATIENCE):
            raise Puzzled(f"waited for {name}")
        if not self.glass.has(name):
            raise TurnedAway

    async def choose_language(self):
        """Until something can begin in it: a kiosk that takes no answers begins anew when it can."""
        name = "language:" + self.language
        while True:
            await self.choose(name)
            await self.expect("begin")
            if self.glass.chosen == name:
                return

    async def choose(self, name):
        """Touches it until the page shows it as chosen: a page that has just changed under the finger takes no touch."""
        for _ in range(int(PATIENCE / AGAIN)):
            await self.tap(name)
            if await self.glass.wait_until_chosen(name, patience=AGAIN):
                return
        raise Puzzled(f"touched {name}, and it was not chosen")

    async def turn(self, name, then):
        """Touches what turns the page, once more if nothing happened."""
        for _ in range(int(PATIENCE / AGAIN)):
            await self.tap(name)
            if await self.glass.wait_for(then, READ_ON, patience=AGAIN):
                await self.read_on()
                if await self.glass.wait_for(then, patience=AGAIN):
                    return
        raise Puzzled(f"touched {name}, waited for {then}")

    async def read_on(self):
        """A page that is longer than the panel goes on when its question has been read."""
        for _ in range(MOST_SCREENFULS):
            if not self.glass.has(READ_ON):
                return
            await self.glass.tap(READ_ON)
            await asyncio.sleep(SCREENFUL)
        raise Puzzled(f"touched {READ_ON} {MOST_SCREENFULS} times")

    async def tap(self, name):
        await self.expect(name)
        if await self.glass.tap(name):
            self.note("tapped", spot=name)
        await asyncio.sleep(BETWEEN_TAPS)
