import { TextField, type TextFieldProps } from '@ombud/ui';
import { useState } from 'react';
import { useT } from '../../lib/i18n.ts';

/** A password that can be looked at while it is typed. */
export function PasswordField(field: TextFieldProps) {
  const t = useT();
  const [visible, setVisible] = useState(false);
  return (
    <TextField
      maxLength={256}
      {...field}
      type={visible ? 'text' : 'password'}
      aside={
        <button type="button" onClick={() => setVisible(!visible)} className="min-h-target rounded-sm text-muted hover:text-text">
          {visible ? t('signin.hidePassword') : t('signin.showPassword')}
        </button>
      }
    />
  );
}
