import type { FastifyInstance } from 'fastify'

import { calendarFile } from '#app/calendar-file.ts'
import type { House } from '#app/house.ts'
import { asActor } from '#db/connect.ts'
import { readAppointment } from '#db/reads/case.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'
import { refuse } from '#domain/outcome.ts'

import { sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

const usualMinutes = 60

/** A meeting as a file for anybody's calendar. It names the place and the file's number, never the person. */
export function appointmentRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  type Which = { id: string; appointment: string }
  signedInGet<Which>(
    server,
    sessions,
    '/api/cases/:id/appointments/:appointment',
    async ({ actor, request, reply }) => {
      const { id, appointment } = request.params
      if (!isId(id) || !isId(appointment) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
      const meeting = await asActor(house.database, actor, (tx) => readAppointment(tx, id, appointment))
      if (!meeting) return sendRefusal(reply, refuse('not-found'))
      const title = `Homeward ${id.slice(-6)}`
      const file = calendarFile([
        { ...meeting, id: appointment, title, minutes: usualMinutes, madeAt: house.clock.now() },
      ])
      return reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('content-disposition', `attachment; filename="homeward-${id.slice(-6)}.ics"`)
        .send(file)
    },
  )
}
