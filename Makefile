# A thin front door; the build itself is CMake. `make help` lists the targets.

SHELL := /bin/bash
BUILD ?= build
JOBS ?= $(shell nproc)
PREFIX ?= /usr/local
DESTDIR ?=
FUZZ_SECONDS ?= 60
# Warnings stop the build where CI is set, as the usual services do.
WERROR := $(if $(CI),ON,OFF)

INSTALL_MISSING := scripts/install-packages.sh
CONFIGURE := cmake -G Ninja -S . -DGOV_REPORT_WERROR=$(WERROR)
COMPILE := cmake --build
CTEST := ctest --output-on-failure -j2
SOURCES := find lib cli -name '*.cc' -print0
ALL_CODE := find lib cli tests bench -name '*.cc' -o -name '*.h'

.NOTPARALLEL:
.PHONY: help demo build test bench fmt lint asan tsan fuzz coverage install deb docs clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' Makefile | \
	  awk -F '|' '{ printf "  make %-10s %s\n", $$1, $$2 }'

demo:  ## install what is missing, build, make the reports of two examples
	@$(INSTALL_MISSING) build demo
	@$(MAKE) --no-print-directory build
	@scripts/demo.sh $(BUILD)

build:  ## the program: build/gov-report
	@$(CONFIGURE) -B $(BUILD) -DBUILD_TESTING=OFF
	@$(COMPILE) $(BUILD) -j$(JOBS)

test:  ## all tests; installs the test tools that are missing
	@$(INSTALL_MISSING) build demo test
	@$(CONFIGURE) -B $(BUILD) -DBUILD_TESTING=ON
	@$(COMPILE) $(BUILD) -j$(JOBS)
	@$(CTEST) --test-dir $(BUILD)

bench:  ## time the program against other tools
	@bench/run

fmt:  ## format the code in place
	@$(INSTALL_MISSING) lint
	@$(ALL_CODE) 2>/dev/null | xargs clang-format -i

lint:  ## formatting and static checks; every warning is an error
	@$(INSTALL_MISSING) build test lint
	@$(ALL_CODE) 2>/dev/null | xargs clang-format --dry-run -Werror
	@$(CONFIGURE) -B $(BUILD)
	@$(SOURCES) | xargs -0 -n 1 -P $(JOBS) clang-tidy -p $(BUILD) --quiet \
	  --extra-arg=-Wno-error \
	  2> >(grep -v ' warnings\? generated\.$$' >&2)

# The pages of figures run the same rules as other tests, thousands of times.
asan:  ## tests under AddressSanitizer and UBSan, without LibreOffice
	@$(INSTALL_MISSING) build demo test
	@$(CONFIGURE) -B $(BUILD)-asan -DGOV_REPORT_SANITIZE=ON \
	  -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG='-O1 -g1'
	@$(COMPILE) $(BUILD)-asan -j$(JOBS)
	@GOV_REPORT_WITHOUT_OFFICE=1 $(CTEST) --test-dir $(BUILD)-asan \
	  -LE page-of-figures

tsan:  ## races between threads, under ThreadSanitizer
	@$(INSTALL_MISSING) build
	@$(CONFIGURE) -B $(BUILD)-tsan -DGOV_REPORT_TSAN=ON \
	  -DBUILD_TESTING=OFF -DCMAKE_BUILD_TYPE=Debug \
	  -DCMAKE_CXX_FLAGS_DEBUG='-O1 -g1'
	@$(COMPILE) $(BUILD)-tsan -j$(JOBS)
	@scripts/tsan.sh $(BUILD)-tsan

fuzz:  ## look for inputs that break the readers, FUZZ_SECONDS for each
	@$(INSTALL_MISSING) build test fuzz
	@$(CONFIGURE) -B $(BUILD)-fuzz -DGOV_REPORT_FUZZ=ON \
	  -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=RelWithDebInfo
	@$(COMPILE) $(BUILD)-fuzz -j$(JOBS) --target fuzzers
	@scripts/fuzz.sh $(BUILD)-fuzz $(FUZZ_SECONDS)

coverage:  ## line coverage of lib/ by the tests
	@$(INSTALL_MISSING) build demo test coverage
	@$(CONFIGURE) -B $(BUILD)-coverage -DGOV_REPORT_COVERAGE=ON \
	  -DCMAKE_BUILD_TYPE=Debug
	@$(COMPILE) $(BUILD)-coverage -j$(JOBS)
	@find $(BUILD)-coverage -name '*.gcda' -delete
	@$(CTEST) --test-dir $(BUILD)-coverage
	@gcovr -j$(JOBS) -r . --filter lib/ $(BUILD)-coverage

install: build  ## into DESTDIR/PREFIX, by default /usr/local
	@DESTDIR=$(DESTDIR) cmake --install $(BUILD) --prefix $(PREFIX)

deb:  ## a Debian package in build/
	@$(INSTALL_MISSING) build deb
	@$(MAKE) --no-print-directory build
	@cd $(BUILD) && cpack -G DEB

docs:  ## renew the generated parts of docs/
	@$(INSTALL_MISSING) build test
	@$(CONFIGURE) -B $(BUILD) -DBUILD_TESTING=ON
	@$(COMPILE) $(BUILD) -j$(JOBS) --target make-docs

clean:  ## remove all build folders
	rm -rf $(BUILD) $(BUILD)-asan $(BUILD)-coverage $(BUILD)-fuzz \
	  $(BUILD)-tsan
