<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>Qa::Batch</name>
    <message>
        <source>It needs a person.</source>
        <translation>Здесь нужен человек.</translation>
    </message>
    <message>
        <source>It needs the emulator.</source>
        <translation>Здесь нужен эмулятор.</translation>
    </message>
    <message>
        <source>It needs a real service.</source>
        <translation>Здесь нужен настоящий сервис.</translation>
    </message>
    <message>
        <source>It needs a screen at %1 %.</source>
        <translation>Здесь нужен экран с масштабом %1 %.</translation>
    </message>
    <message>
        <source>It was not tried any more.</source>
        <translation>До него очередь уже не дошла.</translation>
    </message>
</context>
<context>
    <name>Qa::HtmlReport</name>
    <message>
        <source>passed</source>
        <translation>пройден</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не пройден</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>пропущен</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>остановлен</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>не принято</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Что не так</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Исход</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n событие</numerusform>
            <numerusform>%n события</numerusform>
            <numerusform>%n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>SmartCaptcha test report</source>
        <translation>Отчёт о проверке SmartCaptcha</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 skipped, %4 stopped</source>
        <translation>Пройдено: %1, не пройдено: %2, пропущено: %3, остановлено: %4</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Движок</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>SDK</source>
        <translation>SDK</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Сценарий</translation>
    </message>
</context>
<context>
    <name>Qa::Journal</name>
    <message>
        <source>There is no session in it.</source>
        <translation>В файле нет сеанса.</translation>
    </message>
</context>
<context>
    <name>Qa::ObjectReader</name>
    <message>
        <source>Here has to be an object, { ... }.</source>
        <translation>Здесь должен быть объект, { ... }.</translation>
    </message>
    <message>
        <source>There is no such field; it may be misspelt.</source>
        <translation>Такого поля нет; возможно, в имени опечатка.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not possible; it can be one of: %2.</source>
        <translation>Значение «%1» недопустимо; возможные: %2.</translation>
    </message>
    <message>
        <source>Here has to be a text in quotation marks.</source>
        <translation>Здесь должен быть текст в кавычках.</translation>
    </message>
    <message>
        <source>This field is missing.</source>
        <translation>Этого поля не хватает.</translation>
    </message>
    <message>
        <source>Here has to be a list, [ ... ].</source>
        <translation>Здесь должен быть список, [ ... ].</translation>
    </message>
    <message>
        <source>Here has to be true or false.</source>
        <translation>Здесь должно быть true или false.</translation>
    </message>
    <message>
        <source>Here has to be a whole number from %1 to %2.</source>
        <translation>Здесь должно быть целое число от %1 до %2.</translation>
    </message>
    <message>
        <source>Here has to be a number from %1 to %2.</source>
        <translation>Здесь должно быть число от %1 до %2.</translation>
    </message>
    <message>
        <source>It needs a width and a height.</source>
        <translation>Нужны ширина (width) и высота (height).</translation>
    </message>
    <message>
        <source>Here has to be a text that is not empty.</source>
        <translation>Здесь должен быть непустой текст.</translation>
    </message>
</context>
<context>
    <name>Qa::ScenarioReader</name>
    <message>
        <source>There is no step &quot;%1&quot;; there are: %2.</source>
        <translation>Шага «%1» нет; есть: %2.</translation>
    </message>
    <message>
        <source>This field is missing.</source>
        <translation>Этого поля не хватает.</translation>
    </message>
    <message>
        <source>It needs the field &quot;milliseconds&quot;.</source>
        <translation>Нужно поле «milliseconds».</translation>
    </message>
    <message>
        <source>The emulator has no scenario &quot;%1&quot;.</source>
        <translation>У эмулятора нет сценария «%1».</translation>
    </message>
    <message>
        <source>&quot;to&quot; can be light or dark.</source>
        <translation>В поле «to» может стоять light или dark.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no language.</source>
        <translation>Языка «%1» нет.</translation>
    </message>
    <message>
        <source>It needs the field &quot;to&quot; with a width and a height.</source>
        <translation>Нужно поле «to» с шириной и высотой.</translation>
    </message>
    <message>
        <source>It needs an outcome, a verdict or events.</source>
        <translation>Нужен исход, вердикт или события.</translation>
    </message>
    <message>
        <source>An id has lower-case letters, digits and single hyphens.</source>
        <translation>В идентификаторе бывают строчные латинские буквы, цифры и одиночные дефисы.</translation>
    </message>
    <message>
        <source>It has to say who can carry it out: %1.</source>
        <translation>Должно быть указано, кто может выполнить сценарий: %1.</translation>
    </message>
    <message>
        <source>A person needs instructions.</source>
        <translation>Человеку нужны указания.</translation>
    </message>
    <message>
        <source>Here has to be a list, [ ... ].</source>
        <translation>Здесь должен быть список, [ ... ].</translation>
    </message>
    <message>
        <source>There is a scenario &quot;%1&quot; already.</source>
        <translation>Сценарий «%1» уже есть.</translation>
    </message>
    <message>
        <source>This is no JSON: %1.</source>
        <translation>Это не JSON: %1.</translation>
    </message>
    <message>
        <source>Here has to be a list of scenarios, [ ... ].</source>
        <translation>Здесь должен быть список сценариев, [ ... ].</translation>
    </message>
    <message>
        <source>It cannot be read: %1.</source>
        <translation>Файл не читается: %1.</translation>
    </message>
</context>
<context>
    <name>Qa::ScenarioRun</name>
    <message>
        <source>The captcha did not become ready</source>
        <translation>Капча не стала готовой</translation>
    </message>
    <message>
        <source>Pressing the button had no effect</source>
        <translation>Нажатие кнопки ничего не дало</translation>
    </message>
    <message>
        <source>No challenge was shown</source>
        <translation>Задание не показано</translation>
    </message>
    <message>
        <source>A wrong answer did not lead to a new task</source>
        <translation>После неверного ответа не появилось новое задание</translation>
    </message>
    <message>
        <source>There was no token</source>
        <translation>Токена не было</translation>
    </message>
    <message>
        <source>There was no verdict</source>
        <translation>Вердикта не было</translation>
    </message>
    <message>
        <source>The token did not expire</source>
        <translation>Срок токена не истёк</translation>
    </message>
    <message>
        <source>There was no error</source>
        <translation>Ошибки не было</translation>
    </message>
    <message>
        <source>There is no button to try again</source>
        <translation>Нет кнопки, чтобы попробовать ещё раз</translation>
    </message>
    <message>
        <source>The button to try again had no effect</source>
        <translation>Кнопка повторной попытки ничего не дала</translation>
    </message>
    <message>
        <source>The captcha did not load in the new language</source>
        <translation>Капча не загрузилась на новом языке</translation>
    </message>
    <message numerus="yes">
        <source>It was not over after %n second(s). %1</source>
        <translation>
            <numerusform>За %n секунду сценарий не закончился. %1</numerusform>
            <numerusform>За %n секунды сценарий не закончился. %1</numerusform>
            <numerusform>За %n секунд сценарий не закончился. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The captcha failed with %1.</source>
        <translation>Капча завершилась ошибкой %1.</translation>
    </message>
    <message>
        <source>Nothing had come of it.</source>
        <translation>Ничего не произошло.</translation>
    </message>
    <message>
        <source>What came of it was: %1.</source>
        <translation>Итог: %1.</translation>
    </message>
    <message>
        <source>The verdict was %1, %2, cause %3.</source>
        <translation>Вердикт: %1, %2, причина: %3.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>не принято</translation>
    </message>
    <message>
        <source>The event %1 must not happen, and did.</source>
        <translation>События %1 быть не должно, но оно было.</translation>
    </message>
    <message>
        <source>Expected was the outcome %1. %2</source>
        <translation>Ожидался исход %1. %2</translation>
    </message>
    <message>
        <source>Expected was the error %1. %2</source>
        <translation>Ожидалась ошибка %1. %2</translation>
    </message>
    <message>
        <source>A verdict was expected, and there was none.</source>
        <translation>Ожидался вердикт, но его не было.</translation>
    </message>
    <message>
        <source>Expected was the verdict %1. %2</source>
        <translation>Ожидался вердикт %1. %2</translation>
    </message>
    <message>
        <source>It should have been accepted. %1</source>
        <translation>Должно было быть принято. %1</translation>
    </message>
    <message>
        <source>It should not have been accepted. %1</source>
        <translation>Не должно было быть принято. %1</translation>
    </message>
    <message>
        <source>Expected was the cause %1. %2</source>
        <translation>Ожидалась причина %1. %2</translation>
    </message>
    <message>
        <source>The event %1 did not come in its turn; there were: %2.</source>
        <translation>Событие %1 не наступило в свою очередь; были: %2.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Остановлено.</translation>
    </message>
</context>
<context>
    <name>Qa::Stage</name>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>This form is protected by Yandex SmartCaptcha, which processes data of visitors.</source>
        <translation>Форма защищена сервисом Yandex SmartCaptcha, который обрабатывает данные посетителей.</translation>
    </message>
    <message>
        <source>The emulator cannot listen on this computer: %1</source>
        <translation>Эмулятору не удалось начать работу на этом компьютере: %1</translation>
    </message>
</context>
</TS>
