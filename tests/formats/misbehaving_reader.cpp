// SPDX-License-Identifier: Apache-2.0
// A reader of files that does what a test asks for: speaks, crashes, hangs, eats memory, floods.
#include <csignal>
#include <cstdio>
#include <string>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace {

int flood() {
  const std::string block(1U << 16U, 'x');
  while (std::fwrite(block.data(), 1, block.size(), stdout) == block.size()) continue;
  return 1;
}

int spin() {
  while (getpid() > 0) continue;
  return 0;
}

// 0 when the kernel gave the memory, 9 when not.
int eat() {
  void* memory = mmap(nullptr, 1UL << 30U, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? 9 : 0;
}

int write_file(const char* path) {
  std::signal(SIGXFSZ, SIG_IGN);
  const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  return file >= 0 && write(file, "x", 1) == 1 ? 0 : 9;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string what = count > 1 ? arguments[1] : "";
  if (what == "speak") return std::puts("a pack") < 0;
  if (what == "refuse") return std::puts("why") < 0 ? 1 : 2;
  if (what == "crash") return std::raise(SIGSEGV);
  if (what == "spin") return spin();
  if (what == "sleep") return pause();
  if (what == "flood") return flood();
  if (what == "eat") return eat();
  if (what == "write" && count > 2) return write_file(arguments[2]);
  if (what == "listen") return std::getchar() == EOF ? 0 : 9;
  return 1;
}
