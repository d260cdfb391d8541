import { useState } from 'react'

import { Choice, Choices, Check } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { AmountField, NumberField } from '../ui/NumberField.tsx'
import { PartialDateField } from '../ui/PartialDateField.tsx'
import { ComboBox, Select } from '../ui/Select.tsx'
import { LongText, TextField } from '../ui/TextField.tsx'

const aids = [
  { id: 'social', title: 'Aide sociale', help: 'Logement, santé, école des enfants' },
  { id: 'employment', title: 'Aide à l’emploi', help: 'Un poste ou une formation' },
  { id: 'business', title: 'Aide à la création d’entreprise', help: 'Une activité à soi' },
] as const
const towns = ['Bafoussam', 'Bertoua', 'Douala', 'Édéa', 'Garoua', 'Kribi', 'Maroua', 'Ngaoundéré', 'Yaoundé'].map(
  (title) => ({ id: title, title }),
)

export function Fields() {
  const [name, setName] = useState('')
  const [story, setStory] = useState('')
  const [count, setCount] = useState<number | undefined>(3)
  const [amount, setAmount] = useState<number | undefined>(4_100_000)
  const [aid, setAid] = useState<string | undefined>('business')
  const [many, setMany] = useState<string[]>(['social'])
  const [agreed, setAgreed] = useState(true)
  const [town, setTown] = useState<string | undefined>()
  const [day, setDay] = useState<string | undefined>('2026-11-27')
  const [birth, setBirth] = useState<string | undefined>('1990')
  return (
    <div className="grid max-w-prose gap-8">
      <TextField
        label="Comment la personne souhaite-t-elle être appelée ?"
        help="Ce nom s’affichera en premier."
        value={name}
        onChange={setName}
      />
      <TextField
        label="Téléphone"
        value={name}
        onChange={setName}
        direction="ltr"
        error="Ce numéro n’est pas complet."
        optional
      />
      <LongText label="Que veut-elle faire à son retour ?" value={story} onChange={setStory} />
      <NumberField label="Combien de personnes l’accompagnent ?" value={count} onChange={setCount} unit="personnes" />
      <AmountField label="Quel montant demander au comité ?" value={amount} onChange={setAmount} currency="XAF" />
      <Choice label="Quelle aide choisit-elle ?" options={aids} value={aid} onChange={setAid} />
      <Choice
        label="Est-elle déjà partie ?"
        inline
        options={[
          { id: 'yes', title: 'Oui' },
          { id: 'no', title: 'Non' },
        ]}
        value="no"
        onChange={setAid}
      />
      <Choices label="Que faut-il prévoir ?" options={aids} value={many} onChange={setMany} />
      <Check label="J’ai lu le dossier à la personne et elle le confirme." value={agreed} onChange={setAgreed} />
      <Select label="Dans quelle ville ?" options={towns} value={town} onChange={setTown} />
      <ComboBox label="Dans quelle ville (en tapant) ?" options={towns} value={town} onChange={setTown} />
      <DateField label="Quand a lieu le premier contact ?" value={day} onChange={setDay} />
      <PartialDateField label="Quelle est sa date de naissance ?" value={birth} onChange={setBirth} />
    </div>
  )
}
