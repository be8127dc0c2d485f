import type { Kernel as Jupyter, KernelMessage as Message } from '@jupyterlab/services';
import type { KernelMessage } from '../notebook/output-log';
import { untilAborted } from '../run/until-aborted';
import type { ExecuteReply } from './kernel';

const IDLE_GRACE = 5000;

/** Runs code on a kernel connection; messages are given on as they come. */
export async function executeCode(
  kernel: Jupyter.IKernelConnection,
  code: string,
  onOutput: (message: KernelMessage) => void,
  signal: AbortSignal,
): Promise<ExecuteReply> {
  const times: Record<string, string> = {};
  const future = kernel.requestExecute(
    { code, store_history: true, stop_on_error: true, allow_stdin: false },
    false,
  );
  const activity = quietWatch();
  let reply: Message.IExecuteReplyMsg | undefined;
  future.onReply = (message) => {
    reply = message as Message.IExecuteReplyMsg;
    times['shell.execute_reply'] = message.header.date;
    activity.start();
  };
  future.onIOPub = (message) => {
    activity.touch();
    noteTime(message, times);
    onOutput({ type: message.header.msg_type, content: message.content as Record<string, unknown> });
  };
  try {
    const idle = future.done.then(() => undefined);
    await untilAborted(Promise.race([idle, activity.quiet]), signal);
    return toReply(reply, times);
  } finally {
    activity.stop();
    future.dispose();
  }
}

function noteTime(message: Message.IIOPubMessage, times: Record<string, string>): void {
  const type = message.header.msg_type;
  const content = message.content as Record<string, unknown>;
  if (type === 'execute_input') times['iopub.execute_input'] = message.header.date;
  if (type === 'status') times[`iopub.status.${String(content['execution_state'])}`] = message.header.date;
}

function toReply(reply: Message.IExecuteReplyMsg | undefined, times: Record<string, string>): ExecuteReply {
  const content = reply?.content as { status?: string; execution_count?: number | null } | undefined;
  return {
    status: (content?.status ?? 'error') as ExecuteReply['status'],
    executionCount: content?.execution_count ?? null,
    times,
  };
}

/** Settles once a kernel that has answered says nothing more for a while: its idle message was lost. */
function quietWatch(): { quiet: Promise<void>; start(): void; touch(): void; stop(): void } {
  let settle = (): void => undefined;
  const quiet = new Promise<void>((resolve) => (settle = resolve));
  let timer: NodeJS.Timeout | undefined;
  return {
    quiet,
    start: () => (timer = setTimeout(settle, IDLE_GRACE)),
    touch: () => timer?.refresh(),
    stop: () => clearTimeout(timer),
  };
}
