#include "base/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <csignal>
#include <semaphore>

#include "base/descriptor.h"

namespace gov_report {
namespace {

constexpr std::size_t kMaxOutput = 16 << 20;
constexpr std::size_t kMaxErrors = 1 << 20;

struct Pipe {
  Descriptor read_end;
  Descriptor write_end;
};

// Numbers above 2, so that giving the child its three streams cannot
// overwrite one that is still needed.
Descriptor moved_above_stderr(Descriptor from) {
  if (from.get() > STDERR_FILENO) return from;
  return Descriptor(::fcntl(from.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
}

// Each process has up to six ends of pipes open here, and a program may have
// 1,024 files open, so not every thread can run one at once.
class ProcessPlace {
 public:
  ProcessPlace() { places().acquire(); }
  ~ProcessPlace() { places().release(); }
  ProcessPlace(const ProcessPlace&) = delete;
  ProcessPlace& operator=(const ProcessPlace&) = delete;

 private:
  static std::counting_semaphore<16>& places() {
    static std::counting_semaphore<16> places(16);
    return places;
  }
};

Pipe make_pipe() {
  std::array<int, 2> ends = {};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw_errno("pipe");
  Pipe pipe{Descriptor(ends[0]), Descriptor(ends[1])};
  pipe.read_end = moved_above_stderr(std::move(pipe.read_end));
  pipe.write_end = moved_above_stderr(std::move(pipe.write_end));
  if (!pipe.read_end.is_open() || !pipe.write_end.is_open()) {
    throw_errno("pipe");
  }
  return pipe;
}

void set_nonblocking(const Descriptor& file) {
  ::fcntl(file.get(), F_SETFL, ::fcntl(file.get(), F_GETFL) | O_NONBLOCK);
}

// Writing to a child that has stopped reading raises SIGPIPE, which ends a
// program. This thread holds the signal back and, in the end, swallows it,
// so that the rest of the program keeps its own handling.
class PipeSignalBlock {
 public:
  PipeSignalBlock() {
    ::sigemptyset(&pipe_);
    ::sigaddset(&pipe_, SIGPIPE);
    sigset_t pending;
    ::sigpending(&pending);
    was_pending_ = ::sigismember(&pending, SIGPIPE) == 1;
    ::pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~PipeSignalBlock() {
    const timespec at_once = {};
    if (!was_pending_) {
      while (::sigtimedwait(&pipe_, nullptr, &at_once) < 0 && errno == EINTR) {
      }
    }
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  PipeSignalBlock(const PipeSignalBlock&) = delete;
  PipeSignalBlock& operator=(const PipeSignalBlock&) = delete;

 private:
  sigset_t pipe_;
  sigset_t before_;
  bool was_pending_ = false;
};

// Ends and reaps the child if an error leaves it behind.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  ~Child() {
    if (id_ <= 0) return;
    ::kill(id_, SIGKILL);
    wait_for_end();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  int exit_code() {
    const int status = wait_for_end();
    id_ = 0;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }

 private:
  int wait_for_end() const {
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
  }

  pid_t id_;
};

class SpawnSettings {
 public:
  SpawnSettings() {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawnattr_init(&attributes_);
    // A caller that ignores SIGPIPE must not pass that on.
    sigset_t defaults;
    ::sigemptyset(&defaults);
    ::sigaddset(&defaults, SIGPIPE);
    ::posix_spawnattr_setsigdefault(&attributes_, &defaults);
    // Nor what this program waits for in a thread (base/unfinished.h).
    sigset_t none;
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setflags(&attributes_,
                               POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  ~SpawnSettings() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;

  void connect(const Descriptor& ours, int theirs) {
    ::posix_spawn_file_actions_adddup2(&actions_, ours.get(), theirs);
  }
  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> merged_environment(
    const std::vector<std::pair<std::string, std::string>>& added) {
  std::vector<std::string> merged;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view ours = *entry;
    const std::string_view name = ours.substr(0, ours.find('='));
    const bool replaced =
        std::any_of(added.begin(), added.end(),
                    [name](const auto& pair) { return pair.first == name; });
    if (!replaced) merged.emplace_back(ours);
  }
  for (const auto& [name, value] : added) merged.push_back(name + '=' + value);
  return merged;
}

// The process id; 0 if there is no such program.
pid_t spawn(std::vector<std::string> arguments, std::vector<std::string> names,
            const SpawnSettings& settings) {
  pid_t id = 0;
  const std::vector<char*> argv = pointers_to(arguments);
  const std::vector<char*> envp = pointers_to(names);
  const int error =
      ::posix_spawnp(&id, argv[0], settings.actions(), settings.attributes(),
                     argv.data(), envp.data());
  if (error == ENOENT || error == ENOTDIR || error == EACCES) return 0;
  if (error != 0) throw_error(error, arguments[0]);
  return id;
}

// Writes what the child will take; closes the pipe at the end, or when the
// child has stopped reading.
void feed(Descriptor& to, std::string_view& input) {
  while (!input.empty()) {
    const ssize_t n = ::write(to.get(), input.data(), input.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EAGAIN) return;
    if (n < 0) break;
    input.remove_prefix(static_cast<std::size_t>(n));
  }
  to.close();
}

// Reads what is there; beyond `limit` it is dropped, so that the child never
// waits for us.
void drain(Descriptor& from, std::string& into, std::size_t limit) {
  std::array<char, 64 * 1024> piece;
  const ssize_t n = ::read(from.get(), piece.data(), piece.size());
  if (n < 0 && (errno == EINTR || errno == EAGAIN)) return;
  if (n <= 0) {
    from.close();
    return;
  }
  into.append(piece.data(),
              std::min(static_cast<std::size_t>(n), limit - into.size()));
}

void exchange(Descriptor in, Descriptor out, Descriptor err,
              std::string_view input, ProcessResult& result) {
  const PipeSignalBlock block;
  if (input.empty()) in.close();
  while (in.is_open() || out.is_open() || err.is_open()) {
    // poll() skips entries whose descriptor is -1, that is, closed.
    std::array<pollfd, 3> files = {{{in.get(), POLLOUT, 0},
                                    {out.get(), POLLIN, 0},
                                    {err.get(), POLLIN, 0}}};
    if (::poll(files.data(), files.size(), -1) < 0) {
      if (errno == EINTR) continue;
      throw_errno("poll");
    }
    if (files[0].revents != 0) feed(in, input);
    if (files[1].revents != 0) drain(out, result.output, kMaxOutput);
    if (files[2].revents != 0) drain(err, result.errors, kMaxErrors);
  }
}

}  // namespace

ProcessResult run_process(
    const std::vector<std::string>& arguments, std::string_view input,
    const std::vector<std::pair<std::string, std::string>>& environment) {
  assert(!arguments.empty());
  const ProcessPlace place;
  ProcessResult result;
  Pipe in = make_pipe();
  Pipe out = make_pipe();
  Pipe err = make_pipe();
  SpawnSettings settings;
  settings.connect(in.read_end, STDIN_FILENO);
  settings.connect(out.write_end, STDOUT_FILENO);
  settings.connect(err.write_end, STDERR_FILENO);
  const pid_t id = spawn(arguments, merged_environment(environment), settings);
  if (id == 0) return result;

  result.started = true;
  Child child(id);
  in.read_end.close();
  out.write_end.close();
  err.write_end.close();
  set_nonblocking(in.write_end);
  exchange(std::move(in.write_end), std::move(out.read_end),
           std::move(err.read_end), input, result);
  result.exit_code = child.exit_code();
  return result;
}

}  // namespace gov_report
