// SPDX-License-Identifier: Apache-2.0
#include "tests/drivers/sdl/x_server.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tertulia {
namespace {

struct XClose {
  void operator()(Display* display) const { XCloseDisplay(display); }
};
struct ImageDestroy {
  void operator()(XImage* image) const { XDestroyImage(image); }
};

// The number that Xvfb writes when it listens; empty when it ends or is silent.
std::string read_number(int pipe) {
  std::string number;
  pollfd wait{pipe, POLLIN, 0};
  char letter = 0;
  while (poll(&wait, 1, 20'000) > 0 && read(pipe, &letter, 1) == 1 && letter != '\n') number += letter;
  return number;
}

// The server must not inherit that stop signals are blocked.
pid_t spawn_server(std::vector<std::string> words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1, 0);
  pid_t process = -1;
  if (posix_spawnp(&process, arguments.front(), &actions, &attributes, arguments.data(), environ) != 0)
    process = -1;
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return process;
}

void stop_server(int process) {
  kill(process, SIGTERM);
  waitpid(process, nullptr, 0);
}

}  // namespace

std::unique_ptr<XServer> XServer::start() {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) throw std::runtime_error("no pipe");
  const pid_t process = spawn_server(
      {"Xvfb", "-displayfd", std::to_string(pipe[1]), "-screen", "0", "640x480x24", "-nolisten", "tcp"});
  close(pipe[1]);
  const std::string number = process > 0 ? read_number(pipe[0]) : "";
  close(pipe[0]);
  if (process <= 0) throw std::runtime_error("Xvfb does not start; install xvfb");
  std::unique_ptr<XServer> server(new XServer(process, ":" + number));
  if (number.empty()) throw std::runtime_error("Xvfb started and ended");
  return server;
}

XServer::~XServer() { stop_server(process_); }

std::unique_ptr<WaylandServer> WaylandServer::start(const XServer& server, Size size) {
  std::string folder = std::filesystem::temp_directory_path() / "tertulia-wayland-XXXXXX";
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no folder for the Wayland socket");
  setenv("XDG_RUNTIME_DIR", folder.c_str(), 1);
  setenv("WAYLAND_DISPLAY", "glass", 1);
  setenv("DISPLAY", server.display().c_str(), 1);
  std::unique_ptr<WaylandServer> weston(new WaylandServer(
      spawn_server({"weston", "--no-config", "--backend=x11-backend.so", "--shell=kiosk-shell.so",
                    "--use-pixman", "--socket=glass", "--idle-time=0",
                    "--width=" + std::to_string(size.width), "--height=" + std::to_string(size.height)}),
      folder));
  if (weston->process_ <= 0) throw std::runtime_error("weston does not start; install weston");
  for (int tries = 0; !std::filesystem::exists(folder + "/glass"); ++tries) {
    if (tries > 400) throw std::runtime_error("weston does not listen");
    poll(nullptr, 0, 50);
  }
  return weston;
}

WaylandServer::~WaylandServer() {
  if (process_ > 0) stop_server(process_);
  std::filesystem::remove_all(folder_);
}

struct XPerson::State {
  std::unique_ptr<Display, XClose> display;
};

XPerson::XPerson(const std::string& display) : state_(std::make_unique<State>()) {
  state_->display.reset(XOpenDisplay(display.c_str()));
  if (!state_->display) throw std::runtime_error("the X server does not answer");
}

XPerson::~XPerson() = default;

void XPerson::move(Point to) {
  XTestFakeMotionEvent(state_->display.get(), -1, to.x, to.y, 0);
  XSync(state_->display.get(), False);
}

void XPerson::press() {
  XTestFakeButtonEvent(state_->display.get(), 1, True, 0);
  XSync(state_->display.get(), False);
}

void XPerson::lift() {
  XTestFakeButtonEvent(state_->display.get(), 1, False, 0);
  XSync(state_->display.get(), False);
}

void XPerson::type(std::vector<unsigned long> keys) {
  Display* display = state_->display.get();
  for (const unsigned long key : keys) XTestFakeKeyEvent(display, XKeysymToKeycode(display, key), True, 0);
  std::reverse(keys.begin(), keys.end());
  for (const unsigned long key : keys) XTestFakeKeyEvent(display, XKeysymToKeycode(display, key), False, 0);
  XSync(display, False);
}

std::vector<std::uint32_t> XPerson::look(const Rect& area) {
  Display* display = state_->display.get();
  const std::unique_ptr<XImage, ImageDestroy> image(XGetImage(
      display, XDefaultRootWindow(display), area.left, area.top, static_cast<unsigned>(area.width()),
      static_cast<unsigned>(area.height()), AllPlanes, ZPixmap));
  std::vector<std::uint32_t> pixels;
  for (int y = 0; image && y < area.height(); ++y)
    for (int x = 0; x < area.width(); ++x)
      pixels.push_back(0xff000000 | static_cast<std::uint32_t>(image->f.get_pixel(image.get(), x, y)));
  return pixels;
}

void XPerson::close_window_at(Point at) {
  Display* display = state_->display.get();
  ::Window window = 0;
  int x = 0, y = 0;
  const ::Window root = XDefaultRootWindow(display);
  XTranslateCoordinates(display, root, root, at.x, at.y, &x, &y, &window);
  XEvent event{};
  event.xclient.type = ClientMessage;
  event.xclient.window = window;
  event.xclient.format = 32;
  event.xclient.message_type = XInternAtom(display, "WM_PROTOCOLS", False);
  event.xclient.data.l[0] = static_cast<long>(XInternAtom(display, "WM_DELETE_WINDOW", False));
  XSendEvent(display, window, False, NoEventMask, &event);
  XSync(display, False);
}

}  // namespace tertulia
