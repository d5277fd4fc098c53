import deskStyles from '@/components/desk/desk.module.css'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { TrashKind } from '@/domain/trash/rows'
import type { Use } from '@/domain/trash/story-uses'
import styles from './trash.module.css'

type Props = {
	kind: TrashKind
	id: number | string
	/** What depends on the thing; without any it can be moved to the trash. */
	uses: Use[]
	/** Effect of the removal, in a sentence. */
	effect: string
	action: FormAction
}

/** The move of a thing to the trash, or the things for which it has to stay. */
export function RemovePanel({ kind, id, uses, effect, action }: Props) {
	const form = `remove-${kind}`
	return (
		<section className={styles.remove} aria-labelledby={`${form}-heading`}>
			<h2 id={`${form}-heading`}>Remove</h2>
			{uses.length > 0 ? (
				<>
					<p className={deskStyles.soft}>It cannot be removed, because it is needed by:</p>
					<ul>
						{uses.map((use) => (
							<li key={`${use.what} ${use.name} ${use.href}`}>
								<UseLink {...use} />
							</li>
						))}
					</ul>
				</>
			) : (
				<DeskForm id={form} action={action} label="Remove" quiet>
					<input type="hidden" name="key" value={`${kind}:${id}`} />
					<p className={deskStyles.soft}>{effect} It can be restored from the trash for 30 days.</p>
					<div>
						<Submit variant="danger">Move to the trash</Submit>
					</div>
				</DeskForm>
			)}
		</section>
	)
}

function UseLink({ what, name, href }: Use) {
	const words = name ?? what
	return (
		<>
			{name !== null && `${what} `}
			{href ? (
				<a href={href} dir="auto">
					{words}
				</a>
			) : (
				<bdi>{words}</bdi>
			)}
		</>
	)
}
