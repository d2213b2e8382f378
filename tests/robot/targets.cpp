// SPDX-License-Identifier: Apache-2.0
#include "tests/robot/targets.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tertulia::robot {
namespace {

std::vector<Spot> spots_in(std::istream& file) {
  std::vector<Spot> spots;
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string screen;
    Spot spot;
    if (std::getline(fields, screen, '\t') && std::getline(fields, spot.name, '\t') &&
        fields >> spot.left >> spot.top >> spot.right >> spot.bottom)
      spots.push_back(std::move(spot));
  }
  return spots;
}

}  // namespace

const Spot* Targets::find(std::string_view name) const {
  const auto found =
      std::find_if(spots.begin(), spots.end(), [&](const Spot& spot) { return spot.name == name; });
  return found == spots.end() ? nullptr : &*found;
}

std::vector<Spot> Targets::beginning_with(std::string_view prefix) const {
  std::vector<Spot> found;
  std::copy_if(spots.begin(), spots.end(), std::back_inserter(found),
               [&](const Spot& spot) { return spot.name.starts_with(prefix); });
  return found;
}

std::string Targets::names() const {
  std::string all;
  for (const Spot& spot : spots) all += (all.empty() ? "" : " ") + spot.name;
  return all;
}

TargetBoard::TargetBoard(const std::filesystem::path& list, int screen)
    : file_(list.string() + "." + std::to_string(screen)), notices_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
  if (notices_ < 0 || inotify_add_watch(notices_, file_.parent_path().c_str(), IN_MOVED_TO | IN_CREATE) < 0)
    throw Stuck("cannot watch the folder of " + file_.string());
}

TargetBoard::~TargetBoard() { close(notices_); }

const Targets& TargetBoard::read() {
  struct stat now {};
  if (stat(file_.c_str(), &now) != 0) return seen_;
  const std::int64_t changed = now.st_mtim.tv_sec * 1'000'000'000 + now.st_mtim.tv_nsec;
  if (now.st_ino == inode_ && changed == changed_) return seen_;
  std::ifstream file(file_);
  seen_.spots = spots_in(file);
  inode_ = now.st_ino;
  changed_ = changed;
  ++seen_.version;
  return seen_;
}

const Targets& TargetBoard::wait_for(const Condition& condition, const std::string& what,
                                     Milliseconds patience) {
  const auto deadline = SteadyClock::now() + patience;
  while (!condition(read())) {
    if (SteadyClock::now() >= deadline)
      throw Stuck("waited " + std::to_string(patience.count()) + " ms for " + what + " in " + file_.string() +
                  "; it shows: " + seen_.names());
    sleep_until_replaced(deadline);
  }
  return seen_;
}

void TargetBoard::sleep_until_replaced(SteadyClock::time_point deadline) {
  const auto left = std::chrono::ceil<Milliseconds>(deadline - SteadyClock::now());
  pollfd watched{notices_, POLLIN, 0};
  poll(&watched, 1, static_cast<int>(std::max<std::int64_t>(0, left.count())));
  alignas(inotify_event) std::array<char, 4096> ignored{};
  while (::read(notices_, ignored.data(), ignored.size()) > 0) continue;
}

}  // namespace tertulia::robot
