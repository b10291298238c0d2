#include "base/unfinished.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <system_error>
#include <thread>

namespace gov_report {
namespace {

constexpr int kCouldNotRun = 2;

std::recursive_mutex& registry_mutex() {
  static std::recursive_mutex mutex;
  return mutex;
}

std::set<Unfinished*>& registry() {
  static std::set<Unfinished*> all;
  return all;
}

}  // namespace

void remove_unfinished() {
  std::error_code ignored;
  // A library may still be writing into a folder; it cannot go on for long
  // once that is gone.
  constexpr int kTries = 100;
  for (const Unfinished* one : registry()) {
    for (const auto& tree : one->trees_) {
      for (int i = 0; i < kTries && std::filesystem::exists(tree, ignored);
           ++i) {
        std::filesystem::remove_all(tree, ignored);
      }
    }
  }
  for (const Unfinished* one : registry()) {
    for (const auto& folder : one->folders_) {
      std::filesystem::remove(folder, ignored);
    }
  }
}

void clean_up_when_interrupted() {
  static sigset_t signals;
  ::sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction now = {};
    ::sigaction(signal, nullptr, &now);
    // A program in the background is told by its shell not to mind Ctrl-C.
    if (now.sa_handler != SIG_IGN) ::sigaddset(&signals, signal);
  }
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread([] {
    int signal = 0;
    while (::sigwait(&signals, &signal) != 0) {
    }
    registry_mutex().lock();  // for good: nothing goes on from here
    remove_unfinished();
    ::_exit(kCouldNotRun);
  }).detach();
}

Unfinished::~Unfinished() {
  clear();
}

void Unfinished::add(const std::filesystem::path& path) {
  const std::lock_guard lock(registry_mutex());
  trees_.push_back(std::filesystem::absolute(path));
  registry().insert(this);
}

void Unfinished::add_if_empty(const std::filesystem::path& folder) {
  const std::lock_guard lock(registry_mutex());
  folders_.push_back(std::filesystem::absolute(folder));
  registry().insert(this);
}

void Unfinished::clear() {
  const std::lock_guard lock(registry_mutex());
  registry().erase(this);
  trees_.clear();
  folders_.clear();
}

NoInterruption::NoInterruption() : lock_(registry_mutex()) {}

}  // namespace gov_report
