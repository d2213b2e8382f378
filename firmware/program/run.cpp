// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/run.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include <malloc.h>
#include <spdlog/spdlog.h>

#include "drivers/files/witness.h"
#include "drivers/forms/xform_runner.h"
#include "drivers/linux/clock.h"
#include "drivers/linux/device.h"
#include "drivers/mosquitto/mosquitto_broker.h"
#include "drivers/pins/argon_pins.h"
#include "drivers/sealing/sodium_sealer.h"
#include "drivers/sound/sdl_chime.h"
#include "drivers/speech/espeak_voice.h"
#include "firmware/app/keeper/exporter.h"
#include "firmware/app/keeper/keeper.h"
#include "firmware/app/loop/loop.h"
#include "firmware/app/loop/taken_pack.h"
#include "firmware/program/admission.h"
#include "firmware/program/calendar_words.h"
#include "firmware/program/closing_slip.h"
#include "firmware/program/first_state.h"
#include "firmware/program/languages.h"
#include "firmware/program/last_good_pack.h"
#include "firmware/program/pack_watch.h"
#include "firmware/program/packs.h"
#include "firmware/program/qr_text.h"
#include "firmware/program/rehearsal.h"
#include "firmware/program/settings.h"
#include "firmware/program/storage.h"
#include "firmware/threads/guarded_thread.h"
#include "ui/glass/painter.h"

namespace tertulia {
namespace {

Result<std::unique_ptr<Clock>> open_clock(const RunOptions& options, const SystemClock& machine) {
  if (options.at.empty()) return std::unique_ptr<Clock>(std::make_unique<SystemClock>(machine));
  TRY(const WallTime at, wall_from_rfc3339(options.at));
  TRY(ShiftedClock clock, ShiftedClock::open({at, options.rate}));
  return std::unique_ptr<Clock>(std::make_unique<ShiftedClock>(std::move(clock)));
}

// Null when no kiosk is to speak. One that cannot still asks, without the button.
std::unique_ptr<Voice> open_voice(std::vector<RoleSettings>& roles) {
  const bool wanted = std::any_of(roles.begin(), roles.end(), [](const RoleSettings& settings) {
    return settings.role == Role::kKiosk && settings.spoken_prompts;
  });
  if (!wanted) return nullptr;
  auto opened = EspeakVoice::open();
  if (opened.ok()) return std::move(opened).value();
  spdlog::warn("Nothing is read aloud: {}", opened.error().message);
  for (RoleSettings& settings : roles) settings.spoken_prompts = false;
  return nullptr;
}

// Null when no room display is to ring.
std::unique_ptr<Chime> open_chime(const std::vector<RoleSettings>& roles, MainBox& main_box) {
  const bool wanted =
      std::any_of(roles.begin(), roles.end(), [](const RoleSettings& settings) { return settings.chimes; });
  if (!wanted) return nullptr;
  return std::make_unique<SdlChime>([&main_box](const std::string& message) {
    spdlog::warn(message);
    static_cast<void>(main_box.put(to_main::ChimeFailed{message}));  // where it is full, the log has it
  });
}

Result<Ending> painted(Loop& loop) {
  TRY_DONE(loop.paint());
  return Ending::kClosed;
}

std::thread started(const char* name, std::function<void()> body) {
  return guarded_thread(std::move(body), [name](std::string_view problem) {
    spdlog::critical("The {} thread ended: {}", name, problem);
  });
}

// The storage, and what it draws its random numbers from.
struct OpenStorage {
  std::filesystem::path path;
  std::shared_ptr<LinuxDevice> device;
  Storage storage;
};

void note(const Storage& storage, DeviceState& device_state, const Now& now) {
  const auto say = [&](const std::string& sentence) {
    spdlog::warn(sentence);
    device_state.last_error = LastError{now.wall, sentence, std::nullopt};
  };
  for (const std::string& notice : storage.notices) say(notice);
  if (!storage.closed.empty()) say(storage.closed);
  device_state.interrupted = storage.interrupted;
  device_state.store_closed = device_state.store_problem = storage.closed;
}

// None: the screens have to be opened anew, for another visit pack or for `opened`, a storage that was closed
// until then; the next call takes it.
Result<std::optional<int>> run_with_pack(const RunOptions& options, const OpenWindow& window_of,
                                         const SystemClock& machine, std::optional<OpenStorage>& opened) {
  TRY(auto configuration, formats::read_configuration(options.config));
  std::optional<Rehearsal> rehearsal;
  if (!options.rehearse.empty()) {
    TRY(rehearsal, Rehearsal::begin(options, configuration));
  }
  TRY(const auto screens, screens_of(configuration, options));
  TRY(const auto clock, open_clock(rehearsal ? rehearsal->options() : options, machine));
  TRY(const auto window, window_of(configuration, screens, *clock));
  TRY(ui::Fonts fonts, ui::Fonts::open());

  DeviceState device_state;
  std::error_code ignored;
  std::filesystem::create_directories(configuration.store.path.parent_path(), ignored);
  const std::filesystem::path pack_path = options.pack.empty() ? configuration.visit.pack : options.pack;
  const std::filesystem::path last_good = last_good_of(configuration.store);
  LoadedPack loaded = load_pack(pack_path, last_good, rooms_of(screens), Keeps::kLastGood,
                                options.once ? kLongestReading : kLongestStart);
  const bool shows_nothing = !loaded.pack;
  device_state.pack =
      shows_nothing ? empty_pack(rooms_of(screens), screens.front().language) : *std::move(loaded.pack);
  device_state.pack_problem = std::move(loaded.problem);
  device_state.catalogues = built_in_catalogues();
  device_state.device = configuration.device.id;
  device_state.version = TERTULIA_VERSION;
  TRY(auto roles, roles_of(configuration, screens, device_state.pack.visit));
  PackWatch watch_for{pack_path,
                      last_good,
                      std::move(loaded.seen),
                      rooms_of(screens),
                      look_of(device_state.pack.visit.branding),
                      shows_nothing,
                      loaded.is_unread};
  auto looks = looks_of(configuration, screens, std::exchange(device_state.pack.visit.branding, {}));
  if (rehearsal) mark_rehearsal(looks, roles, device_state);

  const auto device = opened ? opened->device
                             : std::make_shared<LinuxDevice>(configuration.store.path.parent_path().string());
  const wire::Origin origin{configuration.device.programme, configuration.device.id};
  const StoreOptions store_options{origin, *device, budgets_of(configuration.store.budgets), 0,
                                   std::chrono::hours(configuration.store.grace_hours)};
  const std::filesystem::path store_path = configuration.store.path;
  const bool is_open = opened && opened->path == store_path;
  const Storage storage =
      is_open ? std::move(opened->storage) : open_storage(store_path.string(), store_options, clock->now());
  opened.reset();
  note(storage, device_state, clock->now());
  if (!loaded.notice.empty())
    device_state.last_error = LastError{clock->now().wall, loaded.notice, std::nullopt, true};
  settle_rooms(*storage.store, device_state, clock->now());
  if (shows_nothing) {
    // What runs goes on when the pack that knows it is there: until then it stays in the storage.
    device_state.rooms.clear();
    device_state.timers.clear();
    configuration.broker = formats::BrokerSettings{};
    configuration.broker.host.clear();
  }

  const MosquittoLibrary library;
  TRY(const auto broker, MosquittoBroker::open(library));
  device_state.epoch = storage.store->epoch();
  device_state.hub_address = configuration.hub.address;
  const bool connected = prepare_link(configuration, device_state, clock->now(), clock->machine().wall);
  std::filesystem::path awaited_identity;  // of a device that is not enrolled yet
  if (device_state.link == Link::kNotEnrolled) awaited_identity = configuration.broker.identity;
  if (!awaited_identity.empty())
    spdlog::warn(
        "This device is not enrolled; its status screen and `tertulia enrol` show what to do. It keeps its "
        "answers.");
  if (!connected) {
    configuration.broker = formats::BrokerSettings{};
    configuration.broker.host.clear();
  }
  TRY(auto courier, courier_settings(configuration, roles, device_state.pack));
  courier.epoch = storage.store->epoch();
  // Without them a command of the hub may come twice; the keeper, which cannot note it, refuses each.
  if (auto marks = storage.store->high_water_marks(); marks.ok()) courier.marks = std::move(marks).value();
  courier.floor = clock_floor(courier.marks);
  courier.log = [](const std::string& line) { spdlog::warn(line); };

  MainBox main_box(4096, [&window] { window->wake(); }, {kMostHeardBytes, &heard_bytes});
  CourierBox courier_box(1024, [&broker] { broker->wake(); });
  KeeperBox keeper_box(1024);
  ExporterBox exporter_box(4);
  ui::GlassPainter painter(fonts, window->screens(), looks);
  const std::unique_ptr<Voice> voice = open_voice(roles);
  const std::unique_ptr<Chime> chime = open_chime(roles, main_box);
  TRY(ArgonPins pins, ArgonPins::open());
  TRY(SodiumSealer sealer, SodiumSealer::open());
  XFormRunner forms([catalogues = built_in_catalogues()](const Language& language) {
    return calendar_words(catalogues.of(language));
  });
  Loop loop(std::move(device_state), roles,
            {*window, painter, *clock, *device, voice.get(), qr_code, &pins, chime.get(), &forms, &sealer},
            {main_box, keeper_box, courier_box, exporter_box});
  TRY(Witness witness, Witness::open({options.pictures, options.targets}, window->screens()));
  loop.observe([&](int screen, const View& view, const Painted& painted) {
    witness.see(screen, {view, painted, painter.targets(screen)}, machine.now().boot);
  });

  // Reading pack and catalogues took and freed megabytes: back to the kernel, before the quiet weeks.
  malloc_trim(0);

  // By the keeper: the first picture does not wait for the disk once more.
  const VisitPack& pack = loop.device_state().pack;
  const Now first = clock->now();
  if (!shows_nothing)
    static_cast<void>(keeper_box.put(  // the box is new: it has room
        to_keeper::Record{description_of(pack), {first, first.wall}}));
  std::thread keeper = started("keeper", [&] {
    run_keeper(*storage.store, {keeper_box, main_box, courier_box});
  });
  std::thread courier_thread;
  std::thread exporter;
  if (connected) {
    courier_thread = started("courier", [&] {
      run_courier(*broker, *clock, courier, {courier_box, keeper_box, main_box});
    });
    exporter = started("exporter", [&] {
      run_exporter([&] { return export_on_order(configuration); }, {exporter_box, courier_box});
    });
  }
  std::jthread admission;
  if (!awaited_identity.empty())
    admission = std::jthread([&](const std::stop_token& stop) {
      if (!wait_for_admission(awaited_identity, stop)) return;
      spdlog::info("This device is enrolled now and restarts.");
      static_cast<void>(main_box.put(to_main::Admitted{}));
    });
  std::jthread pack_watch;
  if (!options.once)
    pack_watch = std::jthread([&](const std::stop_token& stop) { watch_pack(watch_for, main_box, stop); });
  std::optional<Storage> opened_later;
  std::jthread storage_watch;
  if (!options.once && !storage.closed.empty())
    storage_watch = std::jthread([&](const std::stop_token& stop) {
      opened_later = wait_for_storage(store_path.string(), store_options, *clock, stop);
      if (!opened_later) return;
      spdlog::info("The storage is open now: the screens begin anew with it.");
      static_cast<void>(main_box.put(to_main::StorageOpened{}));
    });
  const Result<Ending> ending = options.once ? painted(loop) : loop.run();
  courier_box.close();
  if (courier_thread.joinable()) courier_thread.join();
  keeper_box.close();
  keeper.join();
  exporter_box.close();
  if (exporter.joinable()) exporter.join();  // last: a stick may be slow
  storage_watch = std::jthread();            // it has stopped
  if (opened_later) opened = OpenStorage{store_path, device, *std::move(opened_later)};
  if (!ending.ok()) return ending.error();
  if (options.once && shows_nothing) return std::optional(EXIT_FAILURE);
  if (ending.value() == Ending::kClosed) return std::optional(EXIT_SUCCESS);
  return ending.value() == Ending::kNewPack ? std::optional<int>() : std::optional(kRestartExit);
}

}  // namespace

Result<int> run(const RunOptions& options, const OpenWindow& window_of) {
  // A picture is megabytes: in a mapping of its own it leaves no hole when a screen changes its size.
  mallopt(M_MMAP_THRESHOLD, 256 * 1024);
  // One for all packs: what the network or a person has said of the time holds until the next boot.
  TRY(const SystemClock machine, SystemClock::open());
  std::optional<OpenStorage> opened;
  for (;;) {
    TRY(const std::optional<int> code, run_with_pack(options, window_of, machine, opened));
    if (code) return *code;
  }
}

}  // namespace tertulia
