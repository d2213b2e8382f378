// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/orders.h"

#include <algorithm>

#include "firmware/app/words.h"

namespace tertulia {
namespace {

struct Obey {
  House& house;
  const Now& now;

  Obedience operator()(const order::Announce& announce) const {
    house.announcement = Announcement{announce.text, now.boot + announce.length};
    return {OrderAnswer{Obeyed::kDone, "it is on the room displays of this device"}, {}};
  }
  Obedience operator()(const order::Identify&) const {
    house.identify_until = now.boot + kIdentifyFor;
    return {OrderAnswer{Obeyed::kDone, "every screen shows its name for 20 seconds"}, {}};
  }
  // A pack that has changed is read at the start, in a program of its own, while the last good one stays.
  Obedience operator()(const order::ReloadPack&) const {
    return {OrderAnswer{Obeyed::kDone, "it restarts and reads the visit pack if it has changed"},
            Ending::kRestart};
  }
  Obedience operator()(const order::Restart&) const {
    return {OrderAnswer{Obeyed::kDone, "it restarts"}, Ending::kRestart};
  }
  Obedience operator()(const order::ExportNow&) const { return {}; }
};

}  // namespace

Obedience obey(House& house, const Task& task, const Now& now) { return std::visit(Obey{house, now}, task); }

void forget_notices(House& house, const Now& now) {
  if (house.announcement && house.announcement->until <= now.boot) house.announcement.reset();
  if (house.identify_until && *house.identify_until <= now.boot) house.identify_until.reset();
}

std::optional<BootTime> next_notice_end(const House& house) {
  const auto told = house.announcement ? std::optional(house.announcement->until) : std::nullopt;
  if (!told || !house.identify_until) return told ? told : house.identify_until;
  return std::min(*told, *house.identify_until);
}

std::optional<DoorView> identify_view(const House& house, const RoleSettings& settings, const Now& now) {
  if (!house.identify_until) return std::nullopt;
  const Language& language = language_of(house, settings);
  DoorView view;
  view.tongue = tongue_of(language);
  view.room = room_name(house.pack.visit, settings.room, language);
  view.clock = clock_text(now.wall, house.pack.visit.zone);
  // translators: above the name of the machine itself, so that somebody finds it among several
  view.kicker = house.catalogues.of(language).text("This device");
  view.headline = house.device;
  return view;
}

}  // namespace tertulia
