import { FolderPlus } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Progress, Waiting } from '../ui/Progress.tsx'
import { Piece } from './Signs.tsx'

export function Messages() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Piece name="Button">
        <div className="flex flex-wrap gap-3">
          <Button kind="main" onPress={() => setOpen(true)}>
            Ouvrir un dialogue
          </Button>
          <Button icon={<FolderPlus aria-hidden="true" />}>Ajouter une pièce</Button>
          <Button kind="plain">Plus tard</Button>
          <Button kind="main" busy>
            Envoyer
          </Button>
          <Button disabled>Indisponible</Button>
        </div>
      </Piece>
      <Piece name="Notice">
        <div className="grid gap-3">
          <Notice title="3 premiers contacts sont à faire avant vendredi">
            Le plus ancien attend depuis le 14 novembre.
          </Notice>
          <Notice kind="late" title="La visite du mois de novembre n’a pas eu lieu">
            L’opérateur n’a pas encore dit pourquoi.
          </Notice>
          <Notice kind="settled">Le dossier a été remis à la représentation de Yaoundé.</Notice>
        </div>
      </Piece>
      <Piece name="ProblemNotice">
        <ProblemNotice problem={{ code: 'case-moved-on' }} small again={() => setOpen(false)} />
        <ProblemNotice problem={{ code: 'no-network' }} again={() => setOpen(false)} />
      </Piece>
      <Piece name="EmptyState">
        <EmptyState title="Aucun dossier ici pour l’instant" action={<Button kind="main">Ouvrir un dossier</Button>}>
          Les dossiers que votre bureau suit apparaîtront ici, les plus urgents d’abord.
        </EmptyState>
      </Piece>
      <Piece name="Progress, Waiting">
        <div className="max-w-md">
          <Progress label="Identité" done={2} of={5} />
          <Waiting />
        </div>
      </Piece>
      <Dialog
        title="Remettre le dossier"
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="main" onPress={() => setOpen(false)}>
              Remettre
            </Button>
            <Button onPress={() => setOpen(false)}>Annuler</Button>
          </>
        }
      >
        <p>Le dossier et toutes les échéances ouvertes passent à la représentation de Yaoundé, dès qu’elle accepte.</p>
      </Dialog>
    </>
  )
}
