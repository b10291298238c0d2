# package.cmake - what `cmake --install` and `cpack -G DEB` take along.

include(GNUInstallDirs)

set(completion ${CMAKE_BINARY_DIR}/completion/gov-report)
add_custom_command(OUTPUT ${completion}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/completion
  COMMAND gov-report completion bash > ${completion}
  DEPENDS gov-report VERBATIM)
add_custom_target(completion ALL DEPENDS ${completion})

install(TARGETS gov-report)
install(FILES ${completion}
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES README.md README.zh-CN.md CHANGELOG.md LICENSE
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs examples DESTINATION ${CMAKE_INSTALL_DOCDIR}
  PATTERN out EXCLUDE)

set(CPACK_PACKAGE_CONTACT "gov-report maintainers <maintainers@gov-report.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
  "annual report of government information disclosure (China)")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS pandoc)
include(CPack)
