// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/timer_json.h"

#include <nlohmann/json.hpp>

namespace tertulia::wire {
namespace {

constexpr std::uint64_t kMostSegments = 10'000;

}  // namespace

Json timer_json(const Timer& loaded) {
  const Timer timer = in_its_boot(loaded);
  Json json = {{"session", timer.session},
               {"segment", timer.segment},
               {"segment_id", timer.segment_id},
               {"run", timer.run},
               {"phase", to_text(timer.phase)},
               {"length_ms", bounded(timer.length, Milliseconds(0))},
               {"remaining_ms", bounded(timer.remaining)},
               {"added_ms", bounded(timer.added)},
               {"elapsed_ms", bounded(timer.elapsed, Milliseconds(0))},
               {"boot_id", timer.boot_id},
               {"boot_ns", bounded(timer.boot)},
               {"wall", to_rfc3339(timer.wall)},
               {"finish_fired", timer.finish_fired},
               {"hold", timer.hold},
               {"removed", timer.removed},
               {"asks", timer.asks}};
  if (timer.started) json["started"] = to_rfc3339(*timer.started);
  return json;
}

Timer read_timer(Reader& read) {
  Timer timer;
  timer.session = read.name("session");
  timer.segment = read.count("segment", kMostSegments);
  timer.segment_id = read.name("segment_id");
  timer.run = read.count("run");
  timer.phase = read.word("phase", timer_phase_from);
  timer.length = read.milliseconds("length_ms", Milliseconds(0));
  timer.remaining = read.milliseconds("remaining_ms");
  timer.added = read.milliseconds("added_ms");
  timer.elapsed = read.milliseconds("elapsed_ms", Milliseconds(0));
  timer.boot_id = read.name("boot_id");
  timer.boot = read.boot_time("boot_ns");
  timer.wall = read.time("wall");
  timer.started = read.optional_time("started");
  timer.finish_fired = read.flag("finish_fired");
  timer.hold = read.flag("hold");
  timer.removed = read.flag("removed");
  timer.asks = read.flag("asks");
  return timer;
}

}  // namespace tertulia::wire
