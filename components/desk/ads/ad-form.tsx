import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { AdFields, type AdOptions, type AdValues, NEW_AD } from './ad-fields'
import styles from './ads.module.css'

type Props = { action: FormAction; options: AdOptions; notice: string | null }

export function AdForm({ action, options, notice }: Props) {
	return (
		<section className={styles.add} aria-labelledby="place-heading">
			<h2 id="place-heading">Place an advertisement</h2>
			<DeskForm id="ad" action={action} notice={notice} label="Place an advertisement" clears>
				<AdFields values={NEW_AD} options={options} />
				<Submit variant="primary">Place advertisement</Submit>
			</DeskForm>
		</section>
	)
}

type ChangeProps = Props & { id: number; values: AdValues }

/** Form of an advertisement that exists. */
export function AdChangeForm({ id, values, action, options, notice }: ChangeProps) {
	return (
		<DeskForm id={`ad-change-${id}`} action={action} notice={notice} label="Advertisement">
			<input type="hidden" name="ad" value={id} />
			<AdFields values={values} options={options} />
			<Submit variant="primary">Save advertisement</Submit>
		</DeskForm>
	)
}
