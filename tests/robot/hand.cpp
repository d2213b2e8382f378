// SPDX-License-Identifier: Apache-2.0
#include "tests/robot/hand.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <poll.h>

namespace tertulia::robot {
namespace {

struct CloseDisplay {
  void operator()(Display* display) const { XCloseDisplay(display); }
};
struct DestroyImage {
  void operator()(XImage* image) const { XDestroyImage(image); }
};
struct FreeMemory {
  void operator()(void* memory) const { XFree(memory); }
};

constexpr int kGlanceMilliseconds = 5;  // between two looks for a window that is not there yet
constexpr int kTriesToUncover = 400;

std::string title_of(Display* display, Window window) {
  Atom type = 0;
  int format = 0;
  unsigned long count = 0;
  unsigned long rest = 0;
  unsigned char* bytes = nullptr;
  const int answer = XGetWindowProperty(display, window, XInternAtom(display, "_NET_WM_NAME", False), 0, 1024,
                                        False, AnyPropertyType, &type, &format, &count, &rest, &bytes);
  const std::unique_ptr<unsigned char, FreeMemory> owned(bytes);
  if (answer != Success || bytes == nullptr || format != 8) return {};
  return {bytes, bytes + count};
}

bool is_shown(Display* display, Window window) {
  XWindowAttributes attributes{};
  return XGetWindowAttributes(display, window, &attributes) != 0 && attributes.map_state == IsViewable;
}

Window find_below(Display* display, Window parent, const std::string& title) {
  Window root = 0;
  Window above = 0;
  Window* list = nullptr;
  unsigned count = 0;
  if (XQueryTree(display, parent, &root, &above, &list, &count) == 0) return 0;
  const std::unique_ptr<Window, FreeMemory> owned(list);
  for (unsigned i = 0; i < count; ++i) {
    if (title_of(display, list[i]).ends_with(title) && is_shown(display, list[i])) return list[i];
    if (const Window deeper = find_below(display, list[i], title)) return deeper;
  }
  return 0;
}

Place on_desktop(Display* display, Window window, Place at) {
  Place place;
  Window child = 0;
  XTranslateCoordinates(display, window, DefaultRootWindow(display), at.x, at.y, &place.x, &place.y, &child);
  return place;
}

bool is_on_glass(Display* display, Place at) {
  return at.x >= 0 && at.y >= 0 && at.x < DisplayWidth(display, DefaultScreen(display)) &&
         at.y < DisplayHeight(display, DefaultScreen(display));
}

// The window on top there: the innermost one of the tree.
Window window_at(Display* display, Place at) {
  const Window root = DefaultRootWindow(display);
  Window found = root;
  for (Window child = root; child != 0;) {
    found = child;
    int x = 0;
    int y = 0;
    XTranslateCoordinates(display, root, found, at.x, at.y, &x, &y, &child);
  }
  return found;
}

// On a desktop smaller than all the windows side by side, one may lie under another or outside.
Place uncovered(Display* display, Window window, Place at) {
  for (int tries = 0; tries < kTriesToUncover; ++tries) {
    const Place place = on_desktop(display, window, at);
    if (is_on_glass(display, place) && window_at(display, place) == window) return place;
    if (!is_on_glass(display, place)) XMoveWindow(display, window, 0, 0);
    XRaiseWindow(display, window);
    XSync(display, False);
    poll(nullptr, 0, kGlanceMilliseconds);
  }
  throw Stuck("another window covers the one that is to be tapped");
}

// Windows come and go while they are looked at: an answer that one is gone must not end the robot.
int keep_going(Display*, XErrorEvent*) { return 0; }

}  // namespace

struct Hand::State {
  std::unique_ptr<Display, CloseDisplay> display;
  Window window = 0;
};

Hand::Hand(const std::string& display, const std::string& title, Milliseconds patience)
    : state_(std::make_unique<State>()) {
  XSetErrorHandler(keep_going);
  state_->display.reset(XOpenDisplay(display.empty() ? nullptr : display.c_str()));
  if (!state_->display) throw Stuck("the X display " + display + " does not answer");
  const auto deadline = SteadyClock::now() + patience;
  Display* connection = state_->display.get();
  while ((state_->window = find_below(connection, DefaultRootWindow(connection), title)) == 0) {
    if (SteadyClock::now() >= deadline) throw Stuck("no window with the title \"" + title + "\" opened");
    poll(nullptr, 0, kGlanceMilliseconds);
  }
}

Hand::~Hand() = default;

void Hand::tap(Place at) {
  press(at);
  lift();
}

void Hand::press(Place at) {
  Display* display = state_->display.get();
  const Place on_desktop = uncovered(display, state_->window, at);
  XTestFakeMotionEvent(display, -1, on_desktop.x, on_desktop.y, CurrentTime);
  XTestFakeButtonEvent(display, 1, True, CurrentTime);
  XSync(display, False);
}

void Hand::lift() {
  XTestFakeButtonEvent(state_->display.get(), 1, False, CurrentTime);
  XSync(state_->display.get(), False);
}

std::vector<std::uint32_t> Hand::look(const Area& area) {
  const std::unique_ptr<XImage, DestroyImage> image(
      XGetImage(state_->display.get(), state_->window, area.x, area.y, static_cast<unsigned>(area.width),
                static_cast<unsigned>(area.height), AllPlanes, ZPixmap));
  if (!image) throw Stuck("the window is gone or lies outside of the display");
  std::vector<std::uint32_t> pixels;
  for (int y = 0; y < area.height; ++y)
    for (int x = 0; x < area.width; ++x)
      pixels.push_back(static_cast<std::uint32_t>(XGetPixel(image.get(), x, y)) & 0xFFFFFFU);
  return pixels;
}

Area Hand::whole() {
  XWindowAttributes attributes{};
  if (XGetWindowAttributes(state_->display.get(), state_->window, &attributes) == 0)
    throw Stuck("the window is gone");
  return {0, 0, attributes.width, attributes.height};
}

}  // namespace tertulia::robot
