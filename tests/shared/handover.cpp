// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

/**
 * Part of every test of the preset `tsan`. It tells the thread sanitizer what that cannot see in a Qt which
 * is not built with it: how events, and objects that are moved, get from one thread to another.
 *
 * What a thread has done before it made an event, or before it moved an object, has happened when the event,
 * or an event for the object, is received. Nothing else is said: a race with what the thread does afterwards,
 * or with what a third thread does, is still reported, as tst_handover shows.
 */

#include <QtCore/qcoreevent.h>
#include <QtCore/qnamespace.h>
#include <QtCore/qobject.h>

#include <sanitizer/tsan_interface.h>

#include <cstddef>

namespace {

/// Where it is noted that @p object was moved. Not its first byte, which has the note of its allocation.
void *noteOfMove(QObject *object)
{
    return reinterpret_cast<char *>(object) + 1;
}

/// Called by Qt before every event, in the receiver's thread, with the receiver, the event and the result.
bool beforeEvent(void **data)
{
    auto *const receiver = static_cast<QObject *>(data[0]);
    const auto *const event = static_cast<const QEvent *>(data[1]);
    __tsan_acquire(data[1]);
    __tsan_acquire(noteOfMove(receiver));
    // Still in the old thread. Children get this event after their parents have dealt with it.
    if (event->type() == QEvent::ThreadChange) {
        for (QObject *object = receiver; object; object = object->parent())
            __tsan_release(noteOfMove(object));
    }
    return false;
}

[[maybe_unused]] const bool registered =
    QInternal::registerCallback(QInternal::EventNotifyCallback, beforeEvent);

} // namespace

/// Called by the sanitizer after every allocation: there is no other moment to note that an event is made. A
/// note ends when its memory is freed.
extern "C" Q_DECL_EXPORT void __sanitizer_malloc_hook(const volatile void *memory, std::size_t)
{
    __tsan_release(const_cast<void *>(memory));
}
