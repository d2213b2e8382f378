// SPDX-License-Identifier: Apache-2.0
// Preloaded into a device or the hub: its wall clock stands beside the real one, and its disk fails. A page
// of memory that the campaign shares with it ($INJECTED_FAULTS_PAGE) says how, at any moment. Only files
// below $INJECTED_FAULTS_FOLDER are touched. Its name server may be dead. Portable where libfaketime and
// libfiu are not installed, and both at once.
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

namespace {

// Laid out as injected_faults.py writes it.
struct Page {
  std::atomic<std::int64_t> wall_seconds;  // added to CLOCK_REALTIME
  std::atomic<std::int32_t> write_error;   // errno of writes that make a file change; 0: none fail
  std::atomic<std::int32_t> sync_error;    // errno of fsync and fdatasync
  std::atomic<std::int32_t> spared;        // so many calls still go well
  std::atomic<std::int32_t> failed;        // how many did not
  std::atomic<std::int32_t> names_dead;    // 1: no name server answers
};

Page* map_page() {
  const char* const path = std::getenv("INJECTED_FAULTS_PAGE");
  const int file = path == nullptr ? -1 : open(path, O_RDWR | O_CLOEXEC);
  if (file < 0) return nullptr;
  void* const memory = mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  return memory == MAP_FAILED ? nullptr : static_cast<Page*>(memory);
}

Page* page() {
  static Page* const mapped = map_page();
  return mapped;
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool is_ours(int file) {
  static const char* const folder = std::getenv("INJECTED_FAULTS_FOLDER");
  char link[64];
  char target[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, target, sizeof target - 1);
  if (length <= 0 || folder == nullptr) return false;
  target[length] = '\0';
  return std::strncmp(target, folder, std::strlen(folder)) == 0;
}

// 0: the call may go on.
int failure_of(std::atomic<std::int32_t> Page::*kind, int file) {
  if (page() == nullptr) return 0;
  const int code = page()->*kind;
  if (code == 0 || !is_ours(file) || page()->spared.fetch_sub(1) > 0) return 0;
  ++page()->failed;
  return code;
}

template <class Function, class... Arguments>
auto unless_failing(int code, const char* name, Arguments... arguments) {
  using Value = decltype(std::declval<Function>()(arguments...));
  if (code == 0) return next<Function>(name)(arguments...);
  errno = code;
  return static_cast<Value>(-1);
}

constexpr useconds_t kStep = 20'000;                 // microseconds
constexpr useconds_t kResolverGivesUp = 10'000'000;  // what resolv.conf(5) makes of two tries of five seconds

bool is_name_server_dead() { return page() != nullptr && page()->names_dead != 0; }

bool is_wall(clockid_t clock) { return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE; }

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  static const auto real = next<int (*)(clockid_t, timespec*)>("clock_gettime");
  const int result = real(clock, time);
  if (result == 0 && is_wall(clock) && page() != nullptr) time->tv_sec += page()->wall_seconds;
  return result;
}

time_t time(time_t* where) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (where != nullptr) *where = now.tv_sec;
  return now.tv_sec;
}

int gettimeofday(timeval* time, void*) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  *time = {now.tv_sec, now.tv_nsec / 1000};
  return 0;
}

ssize_t write(int file, const void* bytes, size_t count) {
  return unless_failing<decltype(&write)>(failure_of(&Page::write_error, file), "write", file, bytes, count);
}
ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  return unless_failing<decltype(&pwrite)>(failure_of(&Page::write_error, file), "pwrite", file, bytes, count,
                                           at);
}
ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) {
  return unless_failing<decltype(&pwrite64)>(failure_of(&Page::write_error, file), "pwrite64", file, bytes,
                                             count, at);
}
int ftruncate64(int file, off64_t size) noexcept {
  return unless_failing<decltype(&ftruncate64)>(failure_of(&Page::write_error, file), "ftruncate64", file,
                                                size);
}
int fsync(int file) {
  return unless_failing<decltype(&fsync)>(failure_of(&Page::sync_error, file), "fsync", file);
}
int fdatasync(int file) {
  return unless_failing<decltype(&fdatasync)>(failure_of(&Page::sync_error, file), "fdatasync", file);
}

int getaddrinfo(const char* name, const char* service, const addrinfo* hints, addrinfo** found) {
  if (is_name_server_dead()) ++page()->failed;
  for (useconds_t waited = 0; is_name_server_dead(); waited += kStep) {
    if (waited >= kResolverGivesUp) return EAI_AGAIN;
    usleep(kStep);
  }
  return next<decltype(&getaddrinfo)>("getaddrinfo")(name, service, hints, found);
}

}  // extern "C"
