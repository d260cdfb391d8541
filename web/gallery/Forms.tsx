import { planAppointment } from '#domain/case/commands/plan-appointment.ts'
import { recordFeasibility } from '#domain/case/commands/record-feasibility.ts'
import { registerCase } from '#domain/case/commands/register-case.ts'
import { attachDocument } from '#domain/case/commands/attach-document.ts'
import type { Fact } from '#domain/scheme/scheme.ts'

import type { FormRefusal } from '../form/CommandForm.tsx'
import { Form } from '../form/Form.tsx'
import type { FormSources } from '../form/sources.ts'
import { Piece } from './Signs.tsx'

const source = 'invented for the gallery'
const facts: readonly Fact[] = [
  {
    fact: 'months-abroad',
    ask: {
      fr: 'Combien de mois la personne a-t-elle vécu à l’étranger ?',
      en: 'How many months has the person lived abroad?',
      ar: 'كم شهرًا عاش الشخص في الخارج؟',
    },
    type: 'number',
    from: 'intake',
    source,
  },
  {
    fact: 'victim',
    ask: {
      fr: 'La personne a-t-elle été victime de traite ?',
      en: 'Was the person a victim of trafficking?',
      ar: 'هل كان الشخص ضحية اتجار؟',
    },
    type: 'yes-no',
    from: 'intake',
    sensitive: true,
    source,
  },
  {
    fact: 'savings',
    ask: { fr: 'De combien dispose-t-elle ?', en: 'How much does the person have?', ar: 'كم يملك الشخص؟' },
    type: 'amount',
    from: 'intake',
    source,
  },
]

const sources: FormSources = {
  currency: 'XAF',
  country: 'CM',
  facts,
  choices: {
    schemes: [
      { id: 'ofii-cameroon', title: 'OFII Cameroun' },
      { id: 'lemma', title: 'Lemma' },
    ],
    consents: [
      { id: 'share', title: 'Partager le dossier avec l’opérateur' },
      { id: 'story', title: 'Publier son histoire' },
    ],
    regions: [
      { id: 'CM-CE', title: 'Centre' },
      { id: 'CM-OU', title: 'Ouest' },
      { id: 'CM-LT', title: 'Littoral' },
    ],
    papers: [
      { id: 'quote', title: 'Devis' },
      { id: 'passport', title: 'Passeport' },
    ],
  },
}

const forms = [registerCase, recordFeasibility, planAppointment, attachDocument]

export function Forms() {
  return (
    <>
      {forms.map((command) => (
        <Piece key={command.name} name={`CommandForm ${command.name}`}>
          <Form
            form={`gallery:${command.name}`}
            command={command.name}
            fields={command.fields}
            sources={sources}
            today="2026-11-22"
            review={command.name === 'record-feasibility'}
            onSend={refused}
            onDone={() => location.reload()}
          />
        </Piece>
      ))}
    </>
  )
}

async function refused(): Promise<FormRefusal> {
  return { code: 'date-ahead', facts: { date: '2026-11-30', today: '2026-11-22' }, field: 'on' }
}
