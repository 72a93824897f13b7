// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// The widget's texts, in the languages that it has.
const smartCaptchaTexts = {
    en: {
        checkboxFrame: 'SmartCaptcha: I am not a robot',
        challengeFrame: 'SmartCaptcha: task',
        notRobot: 'I\u2019m not a robot',
        press: 'Press to continue',
        checking: 'Checking\u2026',
        taskOpen: 'Solve the task to continue',
        passed: 'Passed',
        expired: 'Time is up. Press to try again',
        closed: 'The task was closed. Press to try again',
        networkError: 'No connection. Press to try again',
        error: 'Something went wrong. Press to try again',
        notAllowed: 'Error: Key cannot be used on the %1 domain',
        wrongKey: 'The captcha\u2019s key is wrong',
        restricted: 'Yandex SmartCaptcha is restricted on the page',
        emulator: 'SmartCaptcha emulator',
        notice: 'Data processing notice',
        noticeUrl: 'https://yandex.com/legal/smartcaptcha_notice/',
        shield: 'Protected by SmartCaptcha',
        title: 'Type the digits',
        picture: 'Picture with five crooked digits',
        input: 'Digits from the picture',
        beeps: 'Count the beeps of each group: five groups, five digits',
        wrong: 'Not right. Here is a new task',
        empty: 'Type the five digits first',
        submit: 'Submit',
        refresh: 'New task',
        listen: 'Listen',
        close: 'Close',
        pictureFailed: 'The picture did not load. Take a new task',
    },
    ru: {
        checkboxFrame: 'SmartCaptcha: я не робот',
        challengeFrame: 'SmartCaptcha: задание',
        notRobot: 'Я не робот',
        press: 'Нажмите, чтобы продолжить',
        checking: 'Проверяем\u2026',
        taskOpen: 'Выполните задание, чтобы продолжить',
        passed: 'Проверка пройдена',
        expired: 'Время вышло. Нажмите ещё раз',
        closed: 'Задание закрыто. Нажмите ещё раз',
        networkError: 'Нет соединения. Нажмите ещё раз',
        error: 'Что-то пошло не так. Нажмите ещё раз',
        notAllowed: 'Ошибка: ключ не может использоваться на домене %1',
        wrongKey: 'Неверный ключ капчи',
        restricted: 'Работа Yandex SmartCaptcha на странице ограничена',
        emulator: 'Эмулятор SmartCaptcha',
        notice: 'Обработка данных',
        noticeUrl: 'https://yandex.ru/legal/smartcaptcha_notice/',
        shield: 'Защищено SmartCaptcha',
        title: 'Введите цифры',
        picture: 'Картинка с пятью искажёнными цифрами',
        input: 'Цифры с картинки',
        beeps: 'Сосчитайте сигналы в каждой группе: пять групп \u2014 пять цифр',
        wrong: 'Неверно. Вот новое задание',
        empty: 'Сначала введите пять цифр',
        submit: 'Отправить',
        refresh: 'Другое задание',
        listen: 'Прослушать',
        close: 'Закрыть',
        pictureFailed: 'Картинка не загрузилась. Возьмите другое задание',
    },
};

// The service has eight languages. In place of those that the emulator lacks, it uses the one that readers most likely
// know.
function smartCaptchaLanguage(hl) {
    const code = String(hl || '').slice(0, 2).toLowerCase();
    return ['ru', 'be', 'kk', 'tt', 'uz'].includes(code) ? 'ru' : 'en';
}
