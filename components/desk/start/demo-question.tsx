import { countWords } from '@/components/desk/demo/count-words'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { DemoPlan } from '@/domain/demo/plan'
import styles from './start.module.css'

/** `plan` is null when the demo edition was removed already. */
export function DemoQuestion({ plan, action }: { plan: DemoPlan | null; action: FormAction }) {
	if (!plan) return <p>The demo edition is removed.</p>
	const stays = [...plan.changed, ...plan.used]
	return (
		<DeskForm id="start-demo" action={action} quiet>
			<p>
				The stories of Larkhaven show what the site can do. They are invented, and readers see them until they
				are removed: {countWords(plan.leaving)}.
			</p>
			{stays.length > 0 && (
				<p>
					What you changed or use stays, {stays.length === 1 ? '1 thing' : `${stays.length} things`} so far:{' '}
					<a href="/desk/demo">see which</a>.
				</p>
			)}
			<p className={styles.soft}>Kept for now, it can be removed at any time under Settings.</p>
			<div className={styles.buttons}>
				<Submit name="demo" value="keep" variant="primary">
					Keep it for now
				</Submit>
				<Submit name="demo" value="remove" variant="danger">
					Remove it now
				</Submit>
			</div>
		</DeskForm>
	)
}
