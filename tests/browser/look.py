"""Looks at a page in a headless Chromium, through its debugging pipe, and prints what is seen as JSON.

Keys are real ones, as the browser gets them from a keyboard. Usage: look.py PAGE
"""

import fcntl
import json
import os
import signal
import subprocess
import sys
import tempfile

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe",
]

# How far the ink of the first element that is found stands off the paper behind it. Source: WCAG 2.2, "contrast ratio".
CONTRAST = """(selector) => {
  const numbers = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const element = document.querySelector(selector);
  if (!element) return null;
  let behind = element;
  while (behind && numbers(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
  const paper = behind ? numbers(getComputedStyle(behind).backgroundColor) : [255, 255, 255];
  const [more, less] = [light(numbers(getComputedStyle(element).color)), light(paper)].sort((a, b) => b - a);
  return (more + 0.05) / (less + 0.05);
}"""

INKS = ["h1", "td", "thead th button", ".faint", ".active", ".suspended", ".year .ends", "footer p"]


class Browser:
    def __init__(self, profile):
        (to_read, self.to), (self.back, to_write) = os.pipe(), os.pipe()
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (to_read, to_write)]

        def wire():
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        command = ["chromium", *FLAGS, "--user-data-dir=" + profile]
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, preexec_fn=wire, close_fds=False, **quiet)
        for end in [to_read, to_write, *ends]:
            os.close(end)
        self.held, self.count, self.session, self.events = b"", 0, None, []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.ask(domain + ".enable")

    def read(self):
        while b"\0" not in self.held:
            piece = os.read(self.back, 65536)
            if not piece:
                sys.exit("the browser went away")
            self.held += piece
        message, _, self.held = self.held.partition(b"\0")
        return json.loads(message)

    def ask(self, method, **params):
        self.count += 1
        message = {"id": self.count, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.count:
                if "error" in answer:
                    sys.exit(method + ": " + answer["error"]["message"])
                return answer["result"]
            self.events.append(answer)

    def open(self, url):
        self.ask("Page.navigate", url=url)
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self.read())

    def see(self, expression):
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            sys.exit(expression + ": " + answer["exceptionDetails"]["text"])
        return answer["result"].get("value")

    def press(self, key, code, text=""):
        for kind in ["keyDown", "keyUp"]:
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, text=text if kind == "keyDown" else "")

    def seen(self, method):
        return [event["params"] for event in self.events if event["method"] == method]


def column(browser, heading):
    """Goes to a heading of the list of tokens by the Tab key alone; says whether it was reached."""
    at = "document.activeElement.closest('#tokens') && document.activeElement.textContent"
    browser.see("document.activeElement.blur()")
    for _ in range(400):
        browser.press("Tab", 9)
        if browser.see(at) == heading:
            return True
    return False


def ids(browser):
    return browser.see("[...document.querySelectorAll('#tokens tbody tr')].map((row) => +row.cells[0].textContent)")


def look(browser, url):
    told = {}
    browser.open(url)
    told["text"] = browser.see("document.body.innerText")
    told["names"] = browser.see("[...document.querySelectorAll('#tokens tbody tr')].map((row) => row.cells[2].textContent)")
    told["scripts"] = browser.see("document.scripts.length")
    told["strange"] = browser.see("document.querySelectorAll('main script, main img, main b, main a, [onmouseover], iframe').length")
    told["sideways"] = browser.see("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    told["sorted"] = {}
    for heading in ["Name", "Expires", "ID"]:
        told["sorted"][heading] = []
        told.setdefault("reached", []).append(column(browser, heading))
        for key, code, text in [("Enter", 13, "\r"), (" ", 32, " ")]:
            browser.press(key, code, text)
            sort = browser.see("document.activeElement.parentElement.getAttribute('aria-sort')")
            told["sorted"][heading].append([sort, ids(browser)])
    told["contrast"] = {}
    for media, scheme in [("screen", "light"), ("screen", "dark"), ("print", "dark")]:
        browser.ask("Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": scheme}])
        inks = {ink: browser.see("(" + CONTRAST + ")(" + json.dumps(ink) + ")") for ink in INKS}
        told["contrast"][media + " " + scheme] = inks
        told.setdefault("paper", {})[media + " " + scheme] = browser.see("getComputedStyle(document.body).backgroundColor")
    told["pages"] = len(browser.ask("Page.printToPDF")["data"])
    told["requests"] = [request["request"]["url"] for request in browser.seen("Network.requestWillBeSent")]
    told["errors"] = [entry["entry"]["text"] for entry in browser.seen("Log.entryAdded")]
    told["errors"] += [thrown["exceptionDetails"]["text"] for thrown in browser.seen("Runtime.exceptionThrown")]
    return told


signal.alarm(120)
with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
    browser = Browser(profile)
    try:
        print(json.dumps(look(browser, "file://" + os.path.abspath(sys.argv[1]))))
    finally:
        browser.process.kill()
        browser.process.wait()
