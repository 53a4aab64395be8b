#!/usr/bin/env bash
# Checks the dossiers of a repository in CI. Everything comes in as variables, so that no file name and no input is ever
# read as a command:
#
#   PATHS      files, folders and patterns, one a line (default: the working folder)
#   REGIMES    regimes, one a line (default: those that each dossier names)
#   FAIL_ON    error, warning or none (default: error)
#   AS_OF      the day of the assessment (default: today)
#   BASELINE   a file of known findings; only new ones fail
#   ANNOTATE   github: notes on the lines of a pull request; anything else: a report in the log
#   SARIF, GITLAB, JUNIT   files for these reports
#   SUMMARY    a file to which a report in Markdown is added (default: the summary of the job, where there is one)
#   SANCTCHECK the command (default: sanctcheck)
#
# Nothing of the repository is run, and no connection is made. Exit status: that of `sanctcheck validate`.
set -euo pipefail

arguments=()
SUMMARY=${SUMMARY:-${GITHUB_STEP_SUMMARY:-}}
lines() { # each line of a variable that is not empty, behind an option where one is given
  local line
  while IFS= read -r line; do
    if [[ -n $line ]]; then arguments+=(${2:+"$2"} "$line"); fi
  done <<<"$1"
}

case "${ANNOTATE:-}" in
  github) arguments+=(--output github) ;;
  *) arguments+=(--output terminal) ;;
esac
if [[ -n ${SARIF:-} ]]; then arguments+=(--output "sarif=$SARIF"); fi
if [[ -n ${GITLAB:-} ]]; then arguments+=(--output "gitlab=$GITLAB"); fi
if [[ -n ${JUNIT:-} ]]; then arguments+=(--output "junit=$JUNIT"); fi
if [[ -n $SUMMARY ]]; then
  markdown=$(mktemp)
  trap 'rm -f "$markdown"' EXIT
  arguments+=(--output "markdown=$markdown")
fi
if [[ -n ${AS_OF:-} ]]; then arguments+=(--as-of "$AS_OF"); fi
if [[ -n ${BASELINE:-} ]]; then arguments+=(--baseline "$BASELINE"); fi
lines "${REGIMES:-}" --regime
arguments+=(--fail-on "${FAIL_ON:-error}" --)
lines "${PATHS:-.}"

status=0
"${SANCTCHECK:-sanctcheck}" validate "${arguments[@]}" || status=$?
if [[ -n $SUMMARY ]] && ! cat "$markdown" >>"$SUMMARY" && ((status < 2)); then status=5; fi
exit "$status"
