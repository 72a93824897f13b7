# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash

# Completions of the command smartcaptcha for bash. Installed as smartcaptcha in the folder
# bash-completion/completions; or load it with "source". Needs nothing of the package bash-completion.

# The options of a command, one a line; those with a value end with "=".
_smartcaptcha_options()
{
    case $1 in
    verify)
        printf '%s\n' --token= --ip= --service= --backend= --policy= --allow-host= --timeout= --method= --keychain= \
            --server-key-file= --json
        ;;
    solve)
        printf '%s\n' --site-key= --origin= --service= --language= --no-browser --timeout= --json
        ;;
    emulate)
        printf '%s\n' --port= --tls-cert= --tls-key= --scenario= --delay= --allow-site= --tokens= \
            --site-key= --server-key-file= --list-scenarios
        ;;
    keys)
        printf '%s\n' --reveal --timeout=
        ;;
    lint)
        printf '%s\n' --format= --site-key= --files-from=
        ;;
    doctor)
        printf '%s\n' --service= --offline --json
        ;;
    qa)
        printf '%s\n' --service= --site-key= --origin= --keychain= --server-key-file= --engine= --only= --scenarios= \
            --list --junit= --json= --html= --language= --screenshots= --jobs=
        ;;
    esac
    printf '%s\n' --help --version
}

# Files and folders, without splitting names at blanks.
_smartcaptcha_files()
{
    compopt -o filenames 2> /dev/null
    local IFS=$'\n'
    # shellcheck disable=SC2207 # one a line
    COMPREPLY=($(compgen "$1" -- "$2"))
}

# The values of an option: PROGRAM COMMAND OPTION BEGINNING
_smartcaptcha_values()
{
    local words=
    case $2:$3 in
    *:--server-key-file | *:--tls-cert | *:--tls-key | *:--files-from | *:--junit | *:--html | *:--scenarios | qa:--json)
        _smartcaptcha_files -f "$4"
        return
        ;;
    *:--screenshots)
        _smartcaptcha_files -d "$4"
        return
        ;;
    verify:--token) words=- ;;
    verify:--policy) words='advice strict' ;;
    verify:--method) words='post get' ;;
    lint:--format) words='text json sarif' ;;
    qa:--engine) words='webengine browser' ;;
    qa:--language) words='en ru' ;;
    solve:--language) words='be en kk ru tr tt uk uz' ;;
    emulate:--scenario) words=$("$1" emulate --list-scenarios 2> /dev/null | cut -d ' ' -f 1) ;;
    qa:--only) words=$("$1" qa --list 2> /dev/null | cut -d ' ' -f 1) ;;
    esac
    # shellcheck disable=SC2207 # words
    COMPREPLY=($(compgen -W "$words" -- "$4"))
}

_smartcaptcha()
{
    COMPREPLY=()
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]:-}

    if ((COMP_CWORD == 1)); then
        # shellcheck disable=SC2207 # words
        COMPREPLY=($(compgen -W 'verify solve emulate keys lint doctor qa --help --version' -- "$current"))
        return
    fi

    # --option=value is three words.
    if [[ $current == '=' ]]; then
        current=
    elif [[ $previous == '=' ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi

    local options
    options=$(_smartcaptcha_options "$command")
    if [[ $previous == --* && $'\n'$options$'\n' == *$'\n'"$previous="$'\n'* ]]; then
        _smartcaptcha_values "${COMP_WORDS[0]}" "$command" "$previous" "$current"
        return
    fi
    if [[ $current == -* ]]; then
        # shellcheck disable=SC2207 # words
        COMPREPLY=($(compgen -W "${options//=/}" -- "$current"))
        return
    fi
    case $command in
    keys)
        if ((COMP_CWORD == 2)); then
            # shellcheck disable=SC2207 # words
            COMPREPLY=($(compgen -W 'set get remove' -- "$current"))
        fi
        ;;
    lint) _smartcaptcha_files -f "$current" ;;
    esac
}

complete -F _smartcaptcha smartcaptcha
