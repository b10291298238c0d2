// measure - runs a command and says what it took.
//
//   measure COMMAND [ARGUMENT…]
//   out     "CPU_MS WALL_MS PEAK_KIB EXIT_CODE"; CPU is user plus system time
//           of the command and of all that it waited for, and the memory is
//           that of the largest of them. The command's own output is dropped.
//
// A small program, because a child's peak counts what it shared with the
// parent before exec: that of a script's interpreter would be far too large.

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace {

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 +
         static_cast<double>(time.tv_usec) / 1e3;
}

void run(char** command) {
  const int nowhere = ::open("/dev/null", O_RDWR);
  for (int standard = 0; standard < 3; ++standard) ::dup2(nowhere, standard);
  ::execvp(command[0], command);
  ::_exit(127);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: measure COMMAND [ARGUMENT...]\n", stderr);
    return 2;
  }
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) run(argv + 1);
  int status = 0;
  rusage usage{};
  if (child < 0 || ::wait4(child, &status, 0, &usage) != child) {
    std::perror("measure");
    return 2;
  }
  const std::chrono::duration<double, std::milli> wall =
      std::chrono::steady_clock::now() - start;
  const double cpu =
      milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
  std::printf("%.3f %.3f %ld %d\n", cpu, wall.count(), usage.ru_maxrss,
              WIFEXITED(status) ? WEXITSTATUS(status) : 128);
  return 0;
}
