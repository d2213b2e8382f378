// SPDX-License-Identifier: Apache-2.0
// A touch panel or a keyboard out of the kernel's uinput, for the guest of tests/kms/run. It is plugged in
// while this program lives, and does what the lines on standard input say.
//   tertulia-test-input panel
//     touch X Y     a finger comes down, in the panel's own units (0 to 4095 across and down)
//     lift          and leaves
//     tap X Y       both, a tenth of a second apart
//   tertulia-test-input keyboard
//     press CODE... the keys with these numbers (linux/input-event-codes.h) go down together, and up
// The panel speaks multitouch protocol B, as those of a Pi do. The kernel drops coordinates that do not
// change: of glass and of uinput alike.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <linux/uinput.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace {

constexpr int kHighest = 4095;
constexpr int kMostFingers = 10;
constexpr int kKeys = 128;  // of an ordinary keyboard
constexpr std::chrono::milliseconds kTapLasts{100};

class Device {
 public:
  Device() : file_(open("/dev/uinput", O_WRONLY | O_CLOEXEC)) {}
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;
  ~Device() { close(file_); }  // unplugged

  void can(unsigned long request, int what) const { ioctl(file_, request, what); }
  void has_axis(int code, int highest) const {
    uinput_abs_setup axis{};
    axis.code = static_cast<std::uint16_t>(code);
    axis.absinfo.maximum = highest;
    ioctl(file_, UI_ABS_SETUP, &axis);
  }
  [[nodiscard]] bool plug_in(const char* name) const {
    uinput_setup setup{};
    setup.id.bustype = BUS_I2C;
    std::strncpy(setup.name, name, sizeof setup.name - 1);
    return ioctl(file_, UI_DEV_SETUP, &setup) == 0 && ioctl(file_, UI_DEV_CREATE) == 0;
  }
  void send(int type, int code, int value) const {
    input_event event{};
    event.type = static_cast<std::uint16_t>(type);
    event.code = static_cast<std::uint16_t>(code);
    event.value = value;
    if (write(file_, &event, sizeof event) < 0) std::perror("uinput");
  }
  void end_report() const { send(EV_SYN, SYN_REPORT, 0); }

 private:
  int file_;
};

bool make_panel(const Device& device) {
  for (const int type : {EV_KEY, EV_ABS}) device.can(UI_SET_EVBIT, type);
  device.can(UI_SET_KEYBIT, BTN_TOUCH);
  device.can(UI_SET_PROPBIT, INPUT_PROP_DIRECT);
  device.has_axis(ABS_MT_SLOT, kMostFingers - 1);
  device.has_axis(ABS_MT_TRACKING_ID, 65535);
  device.has_axis(ABS_MT_POSITION_X, kHighest);
  device.has_axis(ABS_MT_POSITION_Y, kHighest);
  return device.plug_in("Tertulia test panel");
}

bool make_keyboard(const Device& device) {
  device.can(UI_SET_EVBIT, EV_KEY);
  for (int key = 1; key < kKeys; ++key) device.can(UI_SET_KEYBIT, key);
  return device.plug_in("Tertulia test keyboard");
}

void touch(const Device& panel, int x, int y) {
  panel.send(EV_ABS, ABS_MT_TRACKING_ID, 1);
  panel.send(EV_ABS, ABS_MT_POSITION_X, x);
  panel.send(EV_ABS, ABS_MT_POSITION_Y, y);
  panel.send(EV_KEY, BTN_TOUCH, 1);
  panel.end_report();
}

void lift(const Device& panel) {
  panel.send(EV_ABS, ABS_MT_TRACKING_ID, -1);
  panel.send(EV_KEY, BTN_TOUCH, 0);
  panel.end_report();
}

void press(const Device& keyboard, const std::vector<int>& keys) {
  for (const int value : {1, 0})
    for (const int key : keys) {
      keyboard.send(EV_KEY, key, value);
      keyboard.end_report();
    }
}

void carry_out(const Device& device, const std::string& line) {
  std::istringstream words(line);
  std::string verb;
  words >> verb;
  std::vector<int> numbers;
  for (int number = 0; words >> number;) numbers.push_back(number);
  if (verb == "press") press(device, numbers);
  if ((verb == "touch" || verb == "tap") && numbers.size() == 2) touch(device, numbers[0], numbers[1]);
  if (verb == "tap") std::this_thread::sleep_for(kTapLasts);
  if (verb == "lift" || verb == "tap") lift(device);
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view kind = count == 2 ? arguments[1] : "";
  const Device device;
  if (!(kind == "panel" ? make_panel(device) : make_keyboard(device))) {
    std::perror("no device out of /dev/uinput");
    return 1;
  }
  for (std::string line; std::getline(std::cin, line);) carry_out(device, line);
  return 0;
}
