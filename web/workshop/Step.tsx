import { AskThere } from './AskThere.tsx'
import { StepIdea } from './StepIdea.tsx'
import { StepCosts, StepPurchases, StepSales } from './StepLines.tsx'
import { StepMoney } from './StepMoney.tsx'
import { StepPermits } from './StepPermits.tsx'
import { StepQuestions } from './StepQuestions.tsx'
import { StepResults } from './StepResults.tsx'
import { Similar } from './Similar.tsx'
import { wordsOfStep, type WorkshopStep } from './steps.ts'
import { Texts } from './Texts.tsx'

/** What one step asks. */
export function Step({ step }: { step: WorkshopStep }) {
  switch (step) {
    case 'idea':
      return <StepIdea />
    case 'market':
      return (
        <div className="grid gap-8">
          <AskThere />
          <Texts keys={wordsOfStep.market ?? []} />
          <Similar />
        </div>
      )
    case 'purchases':
      return <StepPurchases />
    case 'sales':
      return <StepSales />
    case 'costs':
      return <StepCosts />
    case 'money':
      return <StepMoney />
    case 'permits':
      return <StepPermits />
    case 'results':
      return <StepResults />
    case 'questions':
      return <StepQuestions />
  }
}
