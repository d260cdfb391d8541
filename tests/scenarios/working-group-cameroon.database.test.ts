import { expect, test } from 'vitest'

import { story } from '../kit/story.ts'

/** The group's reception and the sub-committees, for which one office of the group acts. */
const group = story('working-group-cameroon', {
  counsellor: 'reception-yaounde',
  coordinator: 'reception-yaounde',
  manager: ['programme-manager', 'ministry'],
})

test('two needs, two sub-committees: each says why a structure fits, then refers, the second time to another', async () => {
  const { on, the, file } = group.begins()
  on('2021-03-01')
  await the.counsellor.registers({ givenName: 'Mireille', familyName: 'Abena', birth: '1991' })
  await file.isHiddenFrom(the.stranger)
  await the.counsellor.completes('needs', {
    'migrant de retour': true,
    'besoin économique': false,
    'besoin social': true,
    'besoin psychosocial': true,
  })
  await the.counsellor.does('give-verdict')
  await the.counsellor.does('choose-aid', { aid: 'orientation' })
  on('2021-03-04')
  expect(await the.coordinator.tries('complete-step', { step: 'economic-structure', text: 'x' })).toMatchObject({
    code: 'unknown-choice',
    field: 'step',
  })
  expect(await the.coordinator.tries('complete-step', { step: 'social-structure' })).toMatchObject({
    code: 'text-needed',
    field: 'text',
  })
  await the.coordinator.does('complete-step', { step: 'social-structure', text: 'the school is in the same street' })
  await the.coordinator.completes('social-referral')
  on('2021-03-18')
  await the.coordinator.completes('social-referral')
  await the.coordinator.does('complete-step', { step: 'psychosocial-structure', text: 'a woman listens there' })
  await the.coordinator.completes('psychosocial-referral')
  on('2021-04-19')
  await the.coordinator.completes('news')
  await the.coordinator.does('close-case', { reason: 'completed' })
  const { completions } = await file.isFinished({ aid: 'orientation', paid: null })
  const referred = completions.filter(({ step }) => step === 'social-referral').map(({ on }) => on)
  expect(referred).toEqual(['2021-03-04', '2021-03-18'])
})

test('who never left is told so', async () => {
  const { on, the } = group.begins()
  on('2021-03-01')
  await the.counsellor.registers({ givenName: 'Paul', familyName: 'Etoa', birth: '1988' })
  const none = { 'besoin économique': false, 'besoin social': false, 'besoin psychosocial': false }
  await the.counsellor.completes('needs', { 'migrant de retour': false, ...none })
  await the.counsellor.does('give-verdict')
  expect(await the.counsellor.tries('choose-aid', { aid: 'orientation' })).toMatchObject({ code: 'aid-not-open' })
})
