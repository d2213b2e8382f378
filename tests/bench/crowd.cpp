// SPDX-License-Identifier: Apache-2.0
// tertulia_crowd DEVICES ANSWERS RATE PORT PASSWORD_FILE HUB_KEY HUB_DATABASE HUB_PROGRAM: so many devices at
// one hub, each with an MQTT connection and a client id of its own, all in this one process. Each sends so
// many answers, one after the other: the next when the hub's signed receipt for the last has come, and no
// sooner than RATE per second of all allows (0: at once). Prints "NAME NUMBER" lines: answers per second,
// milliseconds from sending to receipt, and what the database of the hub then lacks or has too often. Exit
// code 1 when that is anything.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <set>
#include <vector>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sodium.h>
#include <sqlite3.h>
#include <sys/socket.h>

#include "drivers/line/line.h"
#include "drivers/mosquitto/handle.h"
#include "drivers/mosquitto/mosquitto_library.h"
#include "firmware/wire/bodies.h"
#include "firmware/wire/content.h"
#include "firmware/wire/signature.h"
#include "firmware/wire/topics.h"
#include "tests/bench/process_figures.h"

namespace {

using namespace tertulia;
using SteadyClock = std::chrono::steady_clock;
using Moment = SteadyClock::time_point;
using Millis = std::chrono::duration<double, std::milli>;

constexpr std::chrono::seconds kResendAfter{45};  // as a device does (OutboxPlanner)
constexpr std::chrono::seconds kPatience{600};
constexpr std::chrono::seconds kLongestRest{5};  // a fourth of the keep-alive

struct Plan {
  std::string programme;  // of this run alone
  std::size_t devices = 0;
  std::uint64_t answers = 0;  // of each
  double rate = 0;
  int port = 0;
  std::string password;
  wire::PublicKey hub;
};

struct Heard {
  std::vector<double> milliseconds;
  std::set<std::string> receipted;
  std::uint64_t refused = 0;  // acknowledgements that the hub has not signed
  std::uint64_t again = 0;    // answers sent once more
};

std::string random_text(std::size_t bytes) {
  std::vector<std::uint8_t> raw(bytes);
  randombytes_buf(raw.data(), raw.size());
  std::string text(2 * bytes + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), raw.data(), raw.size());
  text.pop_back();
  return text;
}

Descriptor connected(int port) {
  Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("the broker takes no connection");
  const int on = 1;
  setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  fcntl(socket.get(), F_SETFL, O_NONBLOCK);
  return socket;
}

class Device {
 public:
  Device(const Plan& plan, std::size_t number, Heard& heard)
      : plan_(plan), heard_(heard), origin_{plan.programme, "device-" + std::to_string(number)} {
    BrokerAddress address;
    address.port = plan.port;
    address.client_id = origin_.device;
    address.username = "device";
    address.password = plan.password;
    auto opened = Handle::open(address, std::nullopt);
    if (!opened.ok()) throw std::runtime_error(opened.error().message);
    handle_ = std::move(opened).value();
    line_ = std::make_unique<Line>(connected(plan.port));
  }

  [[nodiscard]] bool ready() const { return ready_; }
  [[nodiscard]] bool done() const { return receipted_ == plan_.answers; }
  [[nodiscard]] pollfd watched() const {
    return {line_->socket(), static_cast<short>(line_->backlog() > 0 ? POLLIN | POLLOUT : POLLIN), 0};
  }
  // There is more to read, or a ping may be due.
  [[nodiscard]] bool is_urgent() const {
    return line_->has_more() || SteadyClock::now() - ran_ > kLongestRest;
  }
  void begin(Moment first) { next_ = first; }

  void run() {
    ran_ = SteadyClock::now();
    handle_->take_incoming(line_->receive());
    if (line_->end()) throw std::runtime_error(*line_->end());
    for (const BrokerEvent& event : handle_->take_events()) {
      if (std::holds_alternative<broker_event::Connected>(event))
        static_cast<void>(handle_->subscribe({wire::ack_topic(origin_)}, 1).ok());
      if (std::holds_alternative<broker_event::Subscribed>(event)) announce();
      if (const auto* received = std::get_if<broker_event::Received>(&event)) hear(received->message);
      if (const auto* lost = std::get_if<broker_event::Lost>(&event)) throw std::runtime_error(lost->text);
    }
    carry_out();
  }

  // What is due now.
  void send(Moment now) {
    if (waits_for_ && now - sent_ > kResendAfter) {
      ++heard_.again;
      sent_ = now;
      publish();
    }
    if (waits_for_ || done() || now < next_) return;
    compose();
    begun_ = sent_ = now;
    publish();
    if (plan_.rate > 0)
      next_ += std::chrono::duration_cast<SteadyClock::duration>(
          std::chrono::duration<double>(static_cast<double>(plan_.devices) / plan_.rate));
  }

 private:
  // From libmosquitto to the socket.
  void carry_out() {
    line_->flush();
    for (std::string bytes = handle_->take_outgoing(); !bytes.empty(); bytes = handle_->take_outgoing())
      line_->send(bytes);
  }

  void announce() {
    wire::Presence presence;
    presence.state = wire::PresenceState::kReady;
    presence.epoch = epoch_;
    Message message;
    message.topic = wire::state_topic(origin_);
    message.payload = wire::encode(presence);
    message.retain = true;
    static_cast<void>(handle_->publish(message).ok());
    ready_ = true;
  }

  void compose() {
    std::array<std::uint8_t, 16> id{};
    randombytes_buf(id.data(), id.size());
    Submission submission;
    submission.id = SubmissionId(id);
    submission.form = "session-evaluation";
    submission.form_hash = std::string(64, 'a');
    submission.room = "magna";
    submission.language = "en";
    submission.state = SubmissionState::kSubmitted;
    submission.answers["useful"] = std::string("very_useful");
    submission.answers["take_home"] = "The words of " + origin_.device + ", " + std::to_string(++seq_);
    wire::Stamp stamp;
    stamp.origin = origin_;
    stamp.epoch = epoch_;
    stamp.seq = seq_;
    const auto envelope = wire::to_envelope(event::FeedbackSubmitted{submission}, stamp);
    waits_for_ = wire::receipt_for(envelope);
    message_ = wire::to_message(envelope, origin_);
  }

  void publish() {
    if (const auto packet = handle_->publish(message_); !packet.ok())
      throw std::runtime_error(packet.error().message);
    carry_out();
  }

  void hear(const Message& message) {
    const auto ack = wire::decode_ack(message.payload);
    if (!plan_.hub.has_signed(message) || !ack.ok()) {
      ++heard_.refused;
      return;
    }
    const auto& receipts = ack.value().receipts;
    if (!waits_for_ || std::find(receipts.begin(), receipts.end(), *waits_for_) == receipts.end()) return;
    heard_.milliseconds.push_back(Millis(SteadyClock::now() - begun_).count());
    heard_.receipted.insert(waits_for_->submission);
    waits_for_.reset();
    ++receipted_;
  }

  const Plan& plan_;
  Heard& heard_;
  const wire::Origin origin_;
  const std::string epoch_ = random_text(16);
  std::unique_ptr<Handle> handle_;
  std::unique_ptr<Line> line_;
  Moment ran_;
  bool ready_ = false;
  std::uint64_t seq_ = 0;
  std::uint64_t receipted_ = 0;
  Message message_;
  std::optional<Receipt> waits_for_;
  Moment begun_, sent_, next_;
};

using Crowd = std::vector<std::unique_ptr<Device>>;

void turn(const Crowd& crowd) {
  std::vector<pollfd> watched;
  bool is_urgent = false;
  for (const auto& device : crowd) {
    watched.push_back(device->watched());
    is_urgent = is_urgent || device->is_urgent();
  }
  poll(watched.data(), watched.size(), is_urgent ? 0 : 1);
  for (std::size_t i = 0; i < crowd.size(); ++i)
    if (watched[i].revents != 0 || crowd[i]->is_urgent()) crowd[i]->run();
}

double answers_per_second(const Plan& plan, Heard& heard) {
  Crowd crowd;
  const auto begun = SteadyClock::now();
  const auto patience = [&](const char* what) {
    if (SteadyClock::now() - begun > kPatience) throw std::runtime_error(what);
  };
  for (std::size_t number = 1; number <= plan.devices; ++number) {
    crowd.push_back(std::make_unique<Device>(plan, number, heard));
    turn(crowd);
  }
  while (!std::all_of(crowd.begin(), crowd.end(), [](const auto& device) { return device->ready(); })) {
    patience("not every device got in");
    turn(crowd);
  }
  const auto first = SteadyClock::now();
  for (std::size_t i = 0; i < crowd.size() && plan.rate > 0; ++i)
    crowd[i]->begin(first + std::chrono::duration_cast<SteadyClock::duration>(
                                std::chrono::duration<double>(static_cast<double>(i) / plan.rate)));
  while (!std::all_of(crowd.begin(), crowd.end(), [](const auto& device) { return device->done(); })) {
    patience("not every answer got its receipt");
    for (const auto& device : crowd) device->send(SteadyClock::now());
    turn(crowd);
  }
  const std::chrono::duration<double> took = SteadyClock::now() - first;
  return static_cast<double>(heard.receipted.size()) / took.count();
}

// How many of `receipted` are not there, and how many rows of this crowd are there that should not be.
std::pair<std::uint64_t, std::uint64_t> compare(const char* hub, const std::string& programme,
                                                std::set<std::string> receipted) {
  sqlite3* database = nullptr;
  sqlite3_stmt* rows = nullptr;
  sqlite3_open_v2(hub, &database, SQLITE_OPEN_READONLY, nullptr);
  sqlite3_prepare_v2(database, "SELECT id FROM feedback WHERE programme = ?", -1, &rows, nullptr);
  sqlite3_bind_text(rows, 1, programme.c_str(), -1, SQLITE_STATIC);
  std::uint64_t twice = 0;
  while (sqlite3_step(rows) == SQLITE_ROW)
    twice += receipted.erase(reinterpret_cast<const char*>(sqlite3_column_text(rows, 0))) == 0 ? 1 : 0;
  sqlite3_finalize(rows);
  sqlite3_close(database);
  return {receipted.size(), twice};
}

int run(char** argv) {
  Plan plan;
  plan.programme = "crowd-" + random_text(6);
  plan.devices = static_cast<std::size_t>(std::atoi(argv[1]));
  plan.answers = static_cast<std::uint64_t>(std::atoi(argv[2]));
  plan.rate = std::atof(argv[3]);
  plan.port = std::atoi(argv[4]);
  plan.password = bench::first_line(argv[5]);
  const auto key = wire::PublicKey::parse(argv[6]);
  if (!key.ok()) throw std::runtime_error(key.error().message);
  plan.hub = key.value();
  const MosquittoLibrary library;
  Heard heard;
  const double rate = answers_per_second(plan, heard);
  auto& spans = heard.milliseconds;
  std::sort(spans.begin(), spans.end());
  // What has just come waits, sealed.
  const std::string mix = std::string(argv[8]) + " mix --database " + argv[7] + " >/dev/null";
  if (std::system(mix.c_str()) != 0) throw std::runtime_error("the hub does not mix");
  const auto [lost, twice] = compare(argv[7], plan.programme, heard.receipted);
  std::printf("rate %.0f\nmedian %.1f\nlate %.1f\nagain %llu\nrefused %llu\nlost %llu\ntwice %llu\n", rate,
              spans[spans.size() / 2], spans[spans.size() * 95 / 100],
              static_cast<unsigned long long>(heard.again), static_cast<unsigned long long>(heard.refused),
              static_cast<unsigned long long>(lost), static_cast<unsigned long long>(twice));
  return lost + twice + heard.refused == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 9) return EXIT_FAILURE;
  try {
    return run(argv);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return EXIT_FAILURE;
  }
}
